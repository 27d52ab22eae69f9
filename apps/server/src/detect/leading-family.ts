import { type HolidayTable, addCalendarDays } from '@tocsin/calendar';
import { leadingOf } from '@tocsin/contracts';
import {
  type DayCounts,
  type LeadingQuestion,
  type Warehouse,
  leadingDayCounts,
  wholeCompany,
} from '@tocsin/warehouse';
import { type Circumstances, addKnown } from '../circumstances/circumstances.ts';
import type { Told } from '../reference/trees.ts';
import { addedUp } from './covered-days.ts';
import { dayGrid, pointsOf } from './day-grid.ts';
import type { EvaluatedRule } from './evaluated-rule.ts';
import { type FamilyQuestion, readFrom, seriesThatMatter } from './family-of-rule.ts';
import type { RuleFamily } from './rule-signals.ts';

interface Known {
  readonly holidays: HolidayTable;
  readonly circumstances: Circumstances;
}

/** Answers leading counts by slice and day. */
export type LeadingReader = (
  question: Pick<LeadingQuestion, 'series' | 'where' | 'split' | 'from' | 'until'>,
) => Promise<DayCounts[]>;

/** Read anew each time: they are few, and stand in a table of their own. */
export const leadingReader =
  (warehouse: Warehouse, { translation }: Told): LeadingReader =>
  (question) =>
    warehouse.rows(leadingDayCounts({ ...question, translation, scope: wholeCompany }));

/**
 * The series of a rule about a leading count. Its days are covered from the first to the last for which anything was handed
 * over, of any slice: between them a slice without a row is quiet, beyond them nothing is known.
 */
export async function leadingFamily(
  read: LeadingReader,
  rule: EvaluatedRule,
  { today, from: first, holidays, circumstances }: Pick<FamilyQuestion, 'today' | 'from'> & Known,
): Promise<RuleFamily> {
  const leading = leadingOf(rule.measure);
  if (leading === undefined) return { series: [], whole: [] };
  const from = readFrom(rule, first);
  const { where, split } = rule;
  const rows = await read({ series: leading, where, split, from, until: addCalendarDays(today, 1) });
  const days = rows.flatMap((row) => row.days);
  if (days.length === 0) return { series: [], whole: [] };
  const [start, end] = days.reduce(([low, high], day) => [Math.min(low, day), Math.max(high, day)], [Infinity, 0]);
  const [startsOn, endsOn] = [addCalendarDays(from, start), addCalendarDays(from, end + 1)];
  const missing = endsOn > today ? [] : [{ from: endsOn, until: addCalendarDays(today, 1) }];
  const grid = dayGrid(from, today, startsOn, missing, { wholeUntil: endsOn });
  // Business grows with complaints, not with calls: of a leading count only events are known.
  const known = addKnown(rule, { events: circumstances.events, volume: undefined });
  const series = seriesThatMatter(rule, rows, (row, slice) => ({
    grid,
    points: () => known(pointsOf(row, grid, rule.grain, startsOn), slice),
  }));
  return { series, whole: known(pointsOf(addedUp(rows), grid, rule.grain, startsOn), {}), holidays };
}
