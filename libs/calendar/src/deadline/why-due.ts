import { type IsoDay, dayNumber } from '../iso-day.ts';
import type { Arrival } from './counted-days.ts';
import type { DeadlineCase } from './deadline-case.ts';
import type { Procedure, Term } from './deadline-rules.ts';
import type { Deadline } from './due-on.ts';

/** A sentence in both languages. */
export interface Reason {
  readonly zh: string;
  readonly en: string;
}

const PROCEDURES: Readonly<Record<Procedure, Reason>> = {
  simple: { zh: '事实清楚的投诉', en: 'simple complaint' },
  complex: { zh: '情况复杂的投诉', en: 'complex complaint' },
  'review-application': { zh: '申请核查', en: 'application for review' },
  review: { zh: '核查', en: 'review' },
  forwarding: { zh: '转送', en: 'forwarding' },
};

interface Standing {
  readonly asOf: IsoDay;
  readonly end: { readonly day: IsoDay; readonly how: 'closed' | 'withdrawn' } | null;
  readonly daysLeft: number | null;
}

/** Nothing can be said about a start before the first version of the rules. */
export const whyNoRules = (startedOn: IsoDay): Reason => ({
  zh: `${startedOn} 起算，早于所有办理时限规则的生效日，无法计算到期日；请补充当时的规则。`,
  en: `It started on ${startedOn}, before any rules on time take effect, so no due date is known; add the rules of that time.`,
});

/** Why a deadline stands as it does: from when, how long, what was added, what stood still, and what that makes of it. */
export function whyDue(one: DeadlineCase, deadline: Deadline, standing: Standing): Reason {
  const parts = [
    beginning(one, deadline),
    extended(deadline),
    refusal(deadline),
    stood(deadline, standing),
    outcome({ due: deadline.due, unit: deadline.term.unit }, standing),
  ].filter((part) => part !== null);
  return { zh: `${parts.map(({ zh }) => zh).join('，')}。`, en: `${parts.map(({ en }) => en).join(', ')}.` };
}

function beginning({ procedure, startedOn }: DeadlineCase, { rules }: Deadline): Reason {
  const { days, unit } = rules.terms[procedure];
  const name = PROCEDURES[procedure];
  return {
    zh: `${startedOn} 起算，${name.zh} ${days} ${unit === 'working-day' ? '个工作日' : '天'}（${rules.name}）`,
    en: `Started on ${startedOn}, ${name.en}: ${count(days, unit === 'working-day' ? 'working day' : 'day')} (${rules.name})`,
  };
}

function extended({ extensions, rules }: Deadline): Reason | null {
  if (extensions.length === 0) return null;
  const days = extensions.length * rules.extension.days;
  return { zh: `经批准延长 ${days} 天`, en: `extended by ${count(days, 'day')} with approval` };
}

function refusal({ refused }: Deadline): Reason | null {
  if (refused.length === 0) return null;
  return {
    zh: `${refused.length} 次延长不计（未经批准、未告知、逾期后批准或不可延长）`,
    en: `${count(refused.length, 'extension')} not counted (unapproved, untold, after the due day, or not allowed)`,
  };
}

function stood({ still, due }: Deadline, { end, asOf }: Standing): Reason | null {
  const last = dayNumber(due.kind === 'day' ? due.day : (end?.day ?? asOf)) + 1;
  const days = still.reduce((sum, { from, until }) => sum + Math.max(0, Math.min(until, last) - from), 0);
  return days === 0 ? null : { zh: `暂停 ${days} 天`, en: `paused for ${count(days, 'day')}` };
}

/** What becomes of it: ended in time or not, standing still, so many days left, or why that is unknown. */
export function outcome(
  { due, unit }: { readonly due: Arrival; readonly unit: Term['unit'] },
  { end, daysLeft, asOf }: Standing,
): Reason {
  if (due.kind === 'no-data')
    return {
      zh: `缺少 ${due.year} 年的节假日安排，到期日无法计算；请导入当年的放假通知`,
      en: `the holidays of ${due.year} are not known, so no due date is; bring in that year's announcement`,
    };
  const dueText = due.kind === 'day' ? due.day : null;
  if (end !== null) return ended(end, dueText);
  if (dueText === null)
    return {
      zh: `${due.kind === 'paused' ? due.since : asOf} 起仍在暂停，恢复后还剩 ${daysLeft ?? 0} 天`,
      en: `standing still since ${due.kind === 'paused' ? due.since : asOf}, ${count(daysLeft ?? 0, 'day')} left once it goes on`,
    };
  const left = daysLeft ?? 0;
  if (left < 0)
    return {
      zh: `应于 ${dueText} 前（含当日）办结，已逾期 ${-left} 天`,
      en: `due on ${dueText}, overdue by ${count(-left, 'day')}`,
    };
  const working = unit === 'working-day';
  return {
    zh: `应于 ${dueText} 前（含当日）办结，还剩 ${left} ${working ? '个工作日' : '天'}`,
    en: `due on ${dueText}, ${count(left, working ? 'working day' : 'day')} left`,
  };
}

function ended({ day, how }: NonNullable<Standing['end']>, due: IsoDay | null): Reason {
  const did =
    how === 'closed' ? { zh: '办结', en: 'closed' } : { zh: '撤诉，当日终止', en: 'withdrawn and thereby ended' };
  const late = due !== null && day > due;
  return {
    zh: `${day} ${did.zh}，${late ? `晚于到期日 ${due}` : '未超时限'}`,
    en: `${did.en} on ${day}, ${late ? `after the due day ${due}` : 'in time'}`,
  };
}

const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;
