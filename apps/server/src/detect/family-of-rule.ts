import { type HolidayTable, addCalendarDays, bucketPlus } from '@tocsin/calendar';
import { type Dimension, type IsoDay, type Slice, counts as countMeasures } from '@tocsin/contracts';
import type { Point } from '@tocsin/detection';
import type { ArrivedShares } from '../circumstances/arrived-shares.ts';
import { type Circumstances, addKnown, noCircumstances } from '../circumstances/circumstances.ts';
import { type Coverage, addedUp } from './covered-days.ts';
import { type DayGrid, dayGrid, pointsOf } from './day-grid.ts';
import type { CaseRule as Rule, EvaluatedRule } from './evaluated-rule.ts';
import type { CountsReader } from './kept-counts.ts';
import type { KnownCodes } from './known-codes.ts';
import { type RuleFamily, type RuleSeries, canFire, leastToFire, reachOf, seriesKey } from './rule-signals.ts';
import { RowPrints } from './series-print.ts';
import type { SliceCounts } from './slice-columns.ts';

export interface FamilyQuestion {
  /** The first bucket that is to be judged. */
  readonly from: IsoDay;
  readonly today: IsoDay;
  readonly firstDay: IsoDay;
  readonly coverage: Coverage;
  /** Those that are not the shipped ones. */
  readonly holidays?: HolidayTable;
  /** What is known of days besides. */
  readonly circumstances?: Circumstances;
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
  const { today, firstDay, holidays = {}, circumstances = noCircumstances } = question;
  const from = readFrom(rule, question.from);
  const until = addCalendarDays(today, 1);
  await codes.learn(rule, firstDay, until);
  const { basis, where, split } = rule;
  const sum = countMeasures[rule.measure].numerator;
  const rows = await counts.read({ sum, basis, where, split, from, until });
  // Only complaints are known by when they arrive.
  const grids = gridsOver(from, question, rule.measure === 'complaints' ? circumstances.arrived : undefined);
  const known = addKnown(rule, circumstances);
  const prints = new RowPrints(circumstances);
  const series = seriesThatMatter(rule, rows, (row, slice) => {
    const newlySeen = addCalendarDays(from, row.days[0] ?? 0);
    const startsOn = codes.startOf(rule, slice, firstDay, newlySeen);
    const grid = grids(slice.region);
    return {
      grid,
      print: () => prints.of([row], grid, startsOn),
      points: () => known(pointsOf(row, grid, rule.grain, startsOn), slice),
    };
  });
  const wholly = addKnown({ ...rule, split: [] }, circumstances);
  const whole = wholly(pointsOf(addedUp(rows), grids(undefined), rule.grain, firstDay), {});
  return { series, whole, holidays, parents: parentsOf(rule, rows, { grids, firstDay, circumstances, prints }) };
}

/** How the points of a slice are made, and from what. */
interface Making {
  readonly grid: DayGrid;
  readonly print?: () => string;
  readonly points: () => readonly Point[];
}

/** The slices of a rule that can fire, as series. */
export const seriesThatMatter = (
  rule: EvaluatedRule,
  rows: readonly SliceCounts[],
  making: (row: SliceCounts, slice: Slice) => Making,
): RuleSeries[] =>
  rows.flatMap((row) => {
    const slice = sliceOf(rule, row);
    // What was not filled in is not a place or a product: its ups and downs are those of the forms.
    if (Object.values(slice).includes('')) return [];
    const { grid, print, points } = making(row, slice);
    if (!(rule.grain === 'day' ? dayCanFire(rule, row, grid) : canFire(rule, points()))) return [];
    // Ten thousand series of a thousand points are made one by one when they are asked for: together they fill the memory.
    const series = {
      ...{ key: seriesKey(slice), slice },
      get print() {
        return print?.();
      },
      get points() {
        return points();
      },
    };
    return [series];
  });

/** `canFire` by days, which are there without making points of them. */
function dayCanFire(rule: EvaluatedRule, { days, counts }: SliceCounts, { covered }: DayGrid): boolean {
  const least = leastToFire(rule);
  return counts.some((count, i) => count >= least && covered[days[i] ?? -1] === 1);
}

/** What the series of a rule with several splits are parts of: its cases by the first split, by the first two, … */
function parentsOf(
  rule: Rule,
  rows: readonly SliceCounts[],
  {
    grids,
    firstDay,
    circumstances,
    prints,
  }: {
    readonly grids: (region: string | undefined) => DayGrid;
    readonly firstDay: IsoDay;
    readonly circumstances: Circumstances;
    readonly prints: RowPrints;
  },
): RuleSeries[] {
  return rule.split.slice(1).flatMap((_, level) => {
    const split = rule.split.slice(0, level + 1);
    const known = addKnown({ ...rule, split }, circumstances);
    const groups = new Map<string, SliceCounts[]>();
    for (const row of rows) {
      const name = JSON.stringify(row.codes.slice(0, split.length));
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [row]);
      else group.push(row);
    }
    return [...groups.values()].map((group) => {
      const slice = sliceOf({ split }, { codes: group[0]?.codes ?? [] });
      return {
        ...{ key: seriesKey(slice), slice },
        get print() {
          return prints.of(group, grids(slice.region), firstDay);
        },
        get points() {
          return known(pointsOf(addedUp(group), grids(slice.region), rule.grain, firstDay), slice);
        },
      };
    });
  });
}

/** The slice of one row of counts: a code per entry of `split`. */
export function sliceOf(
  { split }: { readonly split: readonly { readonly dimension: Dimension }[] },
  { codes }: Pick<SliceCounts, 'codes'>,
): Slice {
  return Object.fromEntries(split.map(({ dimension }, i) => [dimension, codes[i] ?? '']));
}

/** The grid of the company's days, or of a region's where its branch has gaps of its own. */
export function gridsOver(
  from: IsoDay,
  { today, firstDay, coverage }: Pick<FamilyQuestion, 'today' | 'firstDay' | 'coverage'>,
  arrived?: ArrivedShares,
): (region: string | undefined) => DayGrid {
  const besides = { wholeUntil: coverage.wholeUntil, ...(arrived === undefined ? {} : { arrived }) };
  const company = dayGrid(from, today, firstDay, coverage.company, besides);
  const regions = new Map<string, DayGrid>();
  for (const [region, gaps] of coverage.byRegion) {
    regions.set(region, dayGrid(from, today, firstDay, [...coverage.company, ...gaps], besides));
  }
  return (region) => (region === undefined ? company : (regions.get(region) ?? company));
}
