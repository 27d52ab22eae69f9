import { addCalendarDays, daysBetween } from '@tocsin/calendar';
import { type ValueCounts, contributors } from '@tocsin/attribution';
import {
  type Contributor,
  type Dimension,
  type IsoDay,
  type CountId,
  type ScanRule,
  type SeriesRule,
  type Slice,
  type Translation,
  dimensions,
  counts,
  isCount,
} from '@tocsin/contracts';
import { type ValueDayCounts, type Warehouse, dayCountsByValue, wholeCompany } from '@tocsin/warehouse';

const DAYS = { day: 1, week: 7 } as const;
/** Buckets that say what is usual, and those between them and the bucket in question, as EARS C2 leaves out. */
const BASELINE = { day: 28, week: 6 } as const;
const GUARD = 2;
/** Excesses in one question. */
const MOST_TOGETHER = 20;
/** At which level of a tree values are compared. */
const LEVELS: Partial<Record<Dimension, number>> = { organisation: 2, line: 2, reason: 2 };

/** A rule whose excesses are cases: days or weeks of them. */
export interface CountedRule extends SeriesRule {
  readonly measure: CountId;
  readonly grain: 'day' | 'week';
}

export const isCounted = (rule: SeriesRule | ScanRule): rule is CountedRule =>
  rule.kind === 'series' && isCount(rule.measure) && (rule.grain === 'day' || rule.grain === 'week');

/** An excess that is to be explained. */
export interface ExcessToExplain {
  readonly rule: CountedRule;
  readonly slice: Slice;
  readonly bucket: IsoDay;
}

/**
 * Which values of the other dimensions carry each excess, each against its own recent past. Excesses of the same bucket
 * are looked up together: a storm opens several warnings at once. The answers keep the order.
 */
export async function explainExcesses(
  warehouse: Warehouse,
  translation: Translation,
  excesses: readonly ExcessToExplain[],
  firstDay: IsoDay,
): Promise<Contributor[][]> {
  const alike = new Map<string, ExcessToExplain[]>();
  for (const excess of excesses) {
    const { rule, bucket } = excess;
    const key = [rule.grain, bucket, rule.measure, rule.basis].join(' ');
    alike.set(key, [...(alike.get(key) ?? []), excess]);
  }
  const explained = new Map<ExcessToExplain, Contributor[]>();
  for (const group of alike.values()) {
    for (let start = 0; start < group.length; start += MOST_TOGETHER) {
      const together = group.slice(start, start + MOST_TOGETHER);
      const found = await explainTogether(warehouse, translation, together, firstDay);
      together.forEach((excess, i) => explained.set(excess, found[i] ?? []));
    }
  }
  return excesses.map((excess) => explained.get(excess) ?? []);
}

/** All of one rule's grain, measure and basis, and of one bucket. */
async function explainTogether(
  warehouse: Warehouse,
  translation: Translation,
  excesses: readonly ExcessToExplain[],
  firstDay: IsoDay,
): Promise<Contributor[][]> {
  const [first] = excesses;
  if (first === undefined) return [];
  const { rule, bucket } = first;
  const length = DAYS[rule.grain];
  const wanted = addCalendarDays(bucket, -(BASELINE[rule.grain] + GUARD) * length);
  // Before the first day of data nothing was counted: whole buckets after it only.
  const buckets = Math.max(0, Math.floor(daysBetween(firstDay > wanted ? firstDay : wanted, bucket) / length));
  const slices = excesses.map(({ rule: { where }, slice }) => ({
    where: { ...where, ...Object.fromEntries(Object.entries(slice).map(([dimension, code]) => [dimension, [code]])) },
    splits: splitsBelow(slice),
  }));
  const values = await warehouse.rows(
    dayCountsByValue({
      sum: counts[rule.measure].numerator,
      basis: rule.basis,
      slices,
      translation,
      from: addCalendarDays(bucket, -buckets * length),
      until: addCalendarDays(bucket, length),
      scope: wholeCompany,
    }),
  );
  return slices.map(({ splits }, index) => {
    const own = values.filter(({ slice }) => slice === index);
    const isSilent = silentBuckets(own, buckets, length, splits[0]?.dimension);
    return contributors(
      splits.map(({ dimension }) => ({
        dimension,
        values: own
          .filter((row) => row.dimension === dimension)
          .map((row) => valueCounts(row, buckets, length, isSilent)),
      })),
    );
  });
}

/** Every dimension that the slice leaves open; a tree that it has cut is followed one level down. */
function splitsBelow(slice: Slice): SeriesRule['split'] {
  return dimensions.flatMap((dimension) => {
    const code = slice[dimension];
    const level = LEVELS[dimension];
    if (code === undefined) return [{ dimension, level }];
    return level === undefined ? [] : [{ dimension, level: code.split('.').length + 1 }];
  });
}

/** Buckets of the baseline in which nothing at all came: in a slice that is now in excess they hold no data. */
function silentBuckets(values: readonly ValueDayCounts[], buckets: number, length: number, any: Dimension | undefined) {
  const totals = new Array<number>(Math.max(0, buckets - GUARD)).fill(0);
  for (const { dimension, days, counts } of values) {
    if (dimension !== any) continue;
    days.forEach((day, i) => {
      const bucket = Math.floor(day / length);
      if (bucket < totals.length) totals[bucket] = (totals[bucket] ?? 0) + (counts[i] ?? 0);
    });
  }
  // A small slice has quiet buckets of its own: believed as long as they are not the rule.
  const isBusy = totals.filter((total) => total >= 5).length > totals.length / 2;
  return totals.map((total) => isBusy && total === 0);
}

function valueCounts(row: ValueDayCounts, buckets: number, length: number, isSilent: readonly boolean[]): ValueCounts {
  const baseline: (number | null)[] = isSilent.map((silent) => (silent ? null : 0));
  let observed = 0;
  row.days.forEach((day, i) => {
    const bucket = Math.floor(day / length);
    const count = row.counts[i] ?? 0;
    if (bucket === buckets) observed += count;
    else if (bucket < baseline.length) baseline[bucket] = (baseline[bucket] ?? 0) + count;
  });
  return { code: row.code, observed, baseline };
}
