import { addCalendarDays } from '@tocsin/calendar';
import type { CanonicalRecord } from '@tocsin/contracts';
import { DAYS, STARTS, moment, put } from './places-days.ts';

/** A complaint as it was entered on a day: what differs from the ordinary. */
type Entered = readonly [entered: number, id: string, more: Partial<CanonicalRecord>];

/** The day by its number since the company began to watch; those before are negative. */
const day = (number: number): string => addCalendarDays(STARTS, number);
const received = (number: number, hour = 9) => ({ received_at: `${day(number)}T0${hour}:00:00+08:00` });
const closed = (number: number) => ({ status: 'closed', ...moment('closed_at', day(number)) });
const due = (number: number) => ({ due_on: day(number) });

/** Several people together: it becomes known how many there are, and later the case is closed. */
const together: readonly Entered[] = [
  [1, 'J1', { ...received(1), group_size: '3' }],
  [3, 'J1', { ...received(1), group_size: '8' }],
  [9, 'J1', { ...received(1), group_size: '8', ...closed(9) }],
  // Brought by many, and it turns out that it was received long before the window.
  [4, 'J2', { ...received(4), group_size: '25', intake_channel: 'visit' }],
  [6, 'J2', { ...received(-40), group_size: '25', intake_channel: 'visit' }],
];

/** The media, or so it was thought; one is closed, and opened again. */
const press: readonly Entered[] = [
  [2, 'M1', { ...received(2), complainant_kind: 'media' }],
  [4, 'M1', { ...received(2), complainant_kind: 'holder' }],
  [5, 'M2', { ...received(5), complainant_kind: 'media' }],
  [8, 'M2', { ...received(5), complainant_kind: 'media', ...closed(8) }],
  [11, 'M2', { ...received(5), complainant_kind: 'media', status: 'open' }],
];

/** Eight people of one city within three days, of whom one is found to be of another. */
const crowd: readonly Entered[] = [
  ...[5, 6, 7].map((at): Entered => [
    at,
    `S${at}`,
    { ...received(at), region: '340104', link: 'surrender', group_size: '2' },
  ]),
  [7, 'S0', { ...received(7), region: '340104', link: 'surrender', group_size: '2' }],
  [10, 'S5', { ...received(5), region: '340200', link: 'surrender', group_size: '2' }],
];

/** Forwarded cases that run out of time: closed late, closed in time, given more time, left to the rules. */
const forwarded: readonly Entered[] = [
  [0, 'R1', { ...received(-3), source: 'regulator', ...due(5) }],
  [8, 'R1', { ...received(-3), source: 'regulator', ...due(5), ...closed(8) }],
  [0, 'R2', { ...received(-2), source: 'regulator', ...due(9) }],
  [7, 'R2', { ...received(-2), source: 'regulator', ...due(9), ...closed(7) }],
  [1, 'R3', { ...received(1), source: 'regulator', ...due(12) }],
  [11, 'R3', { ...received(1), source: 'regulator', ...due(25) }],
  [0, 'R4', { ...received(-8), source: 'regulator' }],
  [1, 'R5', { ...received(-6), source: 'regulator' }],
];

/** Seven cases of one organisation that are due together; three are closed, one late. */
const pile: readonly Entered[] = [
  ...Array.from({ length: 7 }, (_, i): Entered => [
    2,
    `D${i}`,
    { ...received(2), ...due(13), organisation: 'hq.99.01' },
  ]),
  ...[0, 1, 2].map((i): Entered => [
    10 + i,
    `D${i}`,
    { ...received(2), ...due(13), organisation: 'hq.99.01', ...closed(10 + i) },
  ]),
];

/** One agent, complaint after complaint; of one the agent is found to be another. */
const agents: readonly Entered[] = [
  ...[0, 2, 4, 6].map((at): Entered => [at, `A${at}`, { ...received(at), agent: '10086', ...closed(at) }]),
  [9, 'A4', { ...received(4), agent: '10010', ...closed(4), ...moment('updated_at', day(9)) }],
  [9, 'A6', { ...received(6), agent: '10010', ...closed(6), ...moment('updated_at', day(9)) }],
];

/** What is told whatever the statistics say, entered on its day; hours apart where a day has several versions. */
export function factFiles(): Map<string, string> {
  const files = new Map<string, string[]>();
  for (const [entered, id, more] of [...together, ...press, ...crowd, ...forwarded, ...pile, ...agents]) {
    const record: CanonicalRecord = {
      ...{ complaint_id: id, received_at: `${day(entered)}T09:00:00+08:00`, source: 'self', region: '340104' },
      ...{ organisation: 'hq.34.01', line: 'life.traditional', status: 'open', ...moment('updated_at', day(entered)) },
      ...more,
    };
    put(files, [{ entered: day(entered), record }]);
  }
  return new Map([...files].map(([morning, lines]) => [morning, lines.join('')]));
}

/** A file of somebody else's, which is taken back two days later: people, a subject and a due day come and go with it. */
export const notOurs = (on: string): string =>
  [
    { complaint_id: 'N1', group_size: '30' },
    { complaint_id: 'N2', complainant_kind: 'media' },
    { complaint_id: 'N3', source: 'regulator', due_on: on },
    ...['N4', 'N5', 'N6'].map((complaint_id) => ({ complaint_id, agent: '95500', outlet: 'B7' })),
  ]
    .map((more) => ({
      ...{ received_at: `${addCalendarDays(on, -1)}T09:00:00+08:00`, source: 'self', region: '370100', line: 'life' },
      ...{ organisation: 'hq.37', status: 'open', ...more },
    }))
    .map((record) => `${JSON.stringify(record)}\n`)
    .join('');

/** The time of one forwarded case stands still, and is taken up again; another is given ten days more. */
export const clockEvents = (rows: readonly string[]): string =>
  ['complaint_id,kind,day,until,approver,told', ...rows, ''].join('\n');
export const PAUSED = `R4,mediation,${DAYS[3] ?? ''},,,`;
export const RESUMED = `R4,resume,${DAYS[10] ?? ''},,,`;

/** Simple complaints received since are due a few days sooner. */
export const SHORTER_TERMS = ['from,name,simple', `${day(-20)},own rules,12`, ''].join('\n');

const rule = (id: string, trigger: object, more: object = {}) => ({
  ...{ kind: 'trigger', id, label: { zh: id, en: id }, trigger, ...more },
});

/** Besides the rules that ship: smaller crowds, every step of a due day, whole organisations. */
export const TRIGGERS = [
  rule(
    'few-of-a-city',
    { name: 'same-place-surrender', people: 7, days: 5, place: 'city', level: 'orange' },
    {
      where: { link: ['surrender'] },
    },
  ),
  rule('every-step', { name: 'due-in', each: 'case', overdue: 'red' }, { basis: 'regulator' }),
  rule('piles', { name: 'due-in', each: 'organisation', organisationLevel: 3, fewest: 4, overdue: 'orange' }),
  rule(
    'agents-in-hours',
    { name: 'repeated-subject', subject: 'agent', cases: 2, days: 20, timesUsual: 1 },
    {
      activeHours: { weekdays: [1, 2, 3, 4, 5], from: '09:00', until: '18:00' },
    },
  ),
] as const;
