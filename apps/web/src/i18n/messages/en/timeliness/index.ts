import type { TimelinessMessages } from '../../zh-cn/timeliness/index.ts';

const timeliness: TimelinessMessages = {
  timeliness: {
    openNow: '{count} open',
    scope: 'as of {day}, whenever received',
    by: 'Due days: {source} from the source system, {rules} by the rules on time',
    unit: 'cases',
    open: 'Open',
    overdue: 'Overdue',
    overdueShare: 'Share',
    nearDue: 'Near due',
    overdueOf: '{count} overdue',
    daysLeft: 'days left: {days}',
    daysLeftBetween: '{from}–{to} days left',
    notes: {
      ...{ overdue: 'past the due day', today: 'today is the last day' },
      ...{ later: 'not near yet', none: 'paused or not known' },
    },
    ageing: 'Ageing',
    ageingHint: 'Open cases by days from receipt to {day}; red is overdue',
    ageName: 'Since receipt',
    age: '{from}–{to} days',
    ageOver: '{days}+ days',
    onTimeHint: 'by month due, dashed: the year before',
    nothingDue: 'No complaint fell due',
    byOrganisation: 'By organisation',
    byDepartment: 'By department',
    byStage: 'By stage',
    none: 'No open complaints.',
    more: 'Show {count} more',
    fewer: 'Show fewer',
  },
};

export default timeliness;
