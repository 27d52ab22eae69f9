import { addCalendarDays, daysBetween } from '@tocsin/calendar';
import { type IsoDay, type Level, levels } from '@tocsin/contracts';
import { type DueOfOrganisation, dueByOrganisation, watchedCases } from '@tocsin/warehouse';
import { type Fact, MOST_CASES, type Moment, type RuleOf } from './fact.ts';
import { aboutCase } from './notable-cases.ts';
import { watched } from './watched.ts';
import { cases, dayName, usually } from './words.ts';

type Due = RuleOf<'due-in'>['trigger'];

/** The same weekday of so many weeks before says what an organisation usually has. */
const WEEKS_BEFORE = 4;

/** Open complaints that are due within the longest step, or past it where that is asked for. */
export function dueIn(rule: RuleOf<'due-in'>, moment: Moment): Promise<Fact[]> {
  return rule.trigger.each === 'case' ? eachCase(rule, moment) : byOrganisation(rule, moment);
}

function dueSince(rule: RuleOf<'due-in'>, moment: Moment, asOf: IsoDay) {
  const { steps, overdue } = rule.trigger;
  const longest = Math.max(-1, ...steps.map(({ daysLeft }) => daysLeft));
  const from = overdue === null ? asOf : undefined;
  const open = { asOf, due: { kind: 'between', from, until: addCalendarDays(asOf, longest + 1) } } as const;
  return { ...watched(rule, moment, 1), whenever: true, open, asKnown: moment.asKnown?.withDueDays };
}

async function eachCase(rule: RuleOf<'due-in'>, moment: Moment): Promise<Fact[]> {
  const { today } = moment;
  const found = await moment.warehouse.rows(watchedCases({ ...dueSince(rule, moment, today), limit: MOST_CASES }));
  return found.flatMap(({ id, dueOn, ...where }) => {
    const left = daysBetween(today, dueOn ?? today);
    const level = levelOf(rule.trigger, left);
    if (dueOn === null || level === undefined) return [];
    const { zh, en } = dayName(dueOn);
    const note =
      left < 0
        ? { zh: `投诉 ${id} 应于 ${zh}办结，已逾期。`, en: `Complaint ${id} was due on ${en} and is overdue.` }
        : { zh: `投诉 ${id} 应于 ${zh}办结，尚未办结。`, en: `Complaint ${id} is due on ${en} and not closed.` };
    return [{ ...aboutCase(id, where), level, observed: Math.max(0, -left), usual: 0, note }];
  });
}

/** The level of what is due in so many days, or (negative) was due so many days ago; the gravest step that it has reached. */
export function levelOf({ steps, overdue }: Pick<Due, 'steps' | 'overdue'>, left: number): Level | undefined {
  if (left < 0) return overdue ?? undefined;
  const reached = steps.filter(({ daysLeft }) => left <= daysLeft).map(({ level }) => level);
  return reached.sort((one, other) => levels.indexOf(other) - levels.indexOf(one))[0];
}

/** What an organisation has at one step: due within so many days, or overdue. */
interface Step {
  readonly level: Level;
  readonly daysLeft: number | undefined;
}

async function byOrganisation(rule: RuleOf<'due-in'>, moment: Moment): Promise<Fact[]> {
  const { trigger } = rule;
  const { organisationLevel: level, fewest, timesUsual } = trigger;
  const days = Array.from({ length: WEEKS_BEFORE + 1 }, (_, week) => addCalendarDays(moment.today, -7 * week));
  const [now = [], ...before] = await Promise.all(
    days.map((asOf) => moment.warehouse.rows(dueByOrganisation({ ...dueSince(rule, moment, asOf), level }))),
  );
  const organisations = [...new Set(now.map(({ organisation }) => organisation))].filter((code) => code !== '');
  return organisations.flatMap((organisation) => {
    for (const step of stepsOf(trigger)) {
      const countOn = (rows: readonly DueOfOrganisation[], asOf: IsoDay) => counted(rows, organisation, step, asOf);
      const count = countOn(now, moment.today);
      const usual = before.reduce((sum, rows, i) => sum + countOn(rows, days[i + 1] ?? ''), 0) / WEEKS_BEFORE;
      if (count >= fewest && count > timesUsual * usual)
        return [factOf(organisation, step, { count, usual, today: moment.today })];
    }
    return [];
  });
}

/** The gravest first. */
function stepsOf({ steps, overdue }: Due): Step[] {
  const late = overdue === null ? [] : [{ level: overdue, daysLeft: undefined }];
  return [...late, ...steps].sort((one, other) => levels.indexOf(other.level) - levels.indexOf(one.level));
}

function counted(rows: readonly DueOfOrganisation[], organisation: string, { daysLeft }: Step, asOf: IsoDay): number {
  return rows
    .filter((row) => row.organisation === organisation)
    .filter(({ dueOn }) => {
      const left = daysBetween(asOf, dueOn);
      return daysLeft === undefined ? left < 0 : left >= 0 && left <= daysLeft;
    })
    .reduce((sum, row) => sum + row.cases, 0);
}

function factOf(
  organisation: string,
  { level, daysLeft }: Step,
  { count, usual, today }: { readonly count: number; readonly usual: number; readonly today: IsoDay },
): Fact {
  const when = dayName(today);
  const zh = daysLeft === undefined ? '未办结的投诉已逾期' : `未办结的投诉将在 ${daysLeft} 天内到期`;
  const en = daysLeft === undefined ? 'open and overdue' : `open and due within ${daysLeft} days`;
  return {
    ...{ key: `organisation=${organisation}`, slice: { organisation }, level, observed: count, usual },
    note: {
      zh: `截至 ${when.zh}，${count} 件${zh}，平时约 ${usually(usual)} 件。`,
      en: `As of ${when.en}, ${cases(count)} ${en}; usually ${usually(usual)}.`,
    },
  };
}
