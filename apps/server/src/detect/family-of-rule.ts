import { type HolidayTable, addCalendarDays, bucketPlus } from '@tocsin/calendar';
import { type IsoDay, type Slice, counts as countMeasures } from '@tocsin/contracts';
import type { Point } from '@tocsin/detection';
import type { DayCounts } from '@tocsin/warehouse';
import { type Coverage, addedUp } from './covered-days.ts';
import { type DayGrid, dayGrid, pointsOf } from './day-grid.ts';
import type { CaseRule as Rule, EvaluatedRule } from './evaluated-rule.ts';
import type { CountsReader } from './kept-counts.ts';
import type { KnownCodes } from './known-codes.ts';
import { type RuleFamily, type RuleSeries, canFire, reachOf, seriesKey } from './rule-signals.ts';

export interface FamilyQuestion {
  /** The first bucket that is to be judged. */
  readonly from: IsoDay;
  readonly today: IsoDay;
  readonly firstDay: IsoDay;
  readonly coverage: Coverage;
  /** Those that are not the shipped ones. */
  readonly holidays?: HolidayTable;
}

/** The first day that a rule needs in order to judge buckets from `from` on. */
export function readFrom(rule: EvaluatedRule, from: IsoDay): IsoDay {
  return bucketPlus(from, -reachOf(rule), rule.grain);
}

/** The series of a rule that may matter, with the history they are judged by. */
export async function familyOfRule(
  counts: CountsReader,
  codes: KnownCodes,
  rule: Rule,
  question: FamilyQuestion,
): Promise<RuleFamily> {
  const { today, firstDay, holidays = {} } = question;
  const from = readFrom(rule, question.from);
  const until = addCalendarDays(today, 1);
  await codes.learn(rule, firstDay, until);
  const { basis, where, split } = rule;
  const sum = countMeasures[rule.measure].numerator;
  const rows = await counts.read({ sum, basis, where, split, from, until });
  const grids = gridsOver(from, question);
  const series = seriesThatMatter(rule, rows, (row, slice) => {
    const newlySeen = addCalendarDays(from, row.days[0] ?? 0);
    const startsOn = codes.startOf(rule, slice, firstDay, newlySeen);
    return pointsOf(row, grids(slice.region), rule.grain, startsOn);
  });
  const whole = pointsOf(addedUp(rows), grids(undefined), rule.grain, firstDay);
  return { series, whole, holidays, parents: parentsOf(rule, rows, { grids, firstDay }) };
}

/** The slices of a rule that can fire, as series. */
export const seriesThatMatter = (
  rule: EvaluatedRule,
  rows: readonly DayCounts[],
  pointsIn: (row: DayCounts, slice: Slice) => Point[],
): RuleSeries[] =>
  rows.flatMap((row) => {
    const slice = sliceOf(rule, row);
    // What was not filled in is not a place or a product: its ups and downs are those of the forms.
    if (Object.values(slice).includes('')) return [];
    // Ten thousand series of a thousand points are made one by one when they are asked for: together they fill the memory.
    const series = {
      key: seriesKey(slice),
      slice,
      get points() {
        return pointsIn(row, slice);
      },
    };
    return canFire(rule, series.points) ? [series] : [];
  });

/** What the series of a rule with several splits are parts of: its cases by the first split, by the first two, … */
function parentsOf(
  rule: Rule,
  rows: readonly DayCounts[],
  { grids, firstDay }: { grids: (region: string | undefined) => DayGrid; firstDay: IsoDay },
): RuleSeries[] {
  return rule.split.slice(1).flatMap((_, level) => {
    const split = rule.split.slice(0, level + 1);
    const groups = new Map<string, DayCounts[]>();
    for (const row of rows) {
      const name = JSON.stringify(row.codes.slice(0, split.length));
      groups.set(name, [...(groups.get(name) ?? []), row]);
    }
    return [...groups.values()].map((group) => {
      const slice = sliceOf({ split }, { codes: group[0]?.codes ?? [] });
      return {
        key: seriesKey(slice),
        slice,
        get points() {
          return pointsOf(addedUp(group), grids(slice.region), rule.grain, firstDay);
        },
      };
    });
  });
}

/** The slice of one row of counts: a code per entry of `split`. */
export function sliceOf({ split }: Pick<Rule, 'split'>, { codes }: Pick<DayCounts, 'codes'>): Slice {
  return Object.fromEntries(split.map(({ dimension }, i) => [dimension, codes[i] ?? '']));
}

/** The grid of the company's days, or of a region's where its branch has gaps of its own. */
export function gridsOver(
  from: IsoDay,
  { today, firstDay, coverage }: Pick<FamilyQuestion, 'today' | 'firstDay' | 'coverage'>,
): (region: string | undefined) => DayGrid {
  const company = dayGrid(from, today, firstDay, coverage.company, coverage.wholeUntil);
  const regions = new Map<string, DayGrid>();
  for (const [region, gaps] of coverage.byRegion) {
    regions.set(region, dayGrid(from, today, firstDay, [...coverage.company, ...gaps], coverage.wholeUntil));
  }
  return (region) => (region === undefined ? company : (regions.get(region) ?? company));
}
