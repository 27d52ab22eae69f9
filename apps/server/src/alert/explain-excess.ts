import { addCalendarDays, daysBetween } from '@tocsin/calendar';
import { type ValueCounts, contributors } from '@tocsin/attribution';
import {
  type Contributor,
  type Dimension,
  type IsoDay,
  type Rule,
  type Slice,
  dimensions,
  measures,
} from '@tocsin/contracts';
import { type ValueDayCounts, type Warehouse, dayCountsByValue, wholeCompany } from '@tocsin/warehouse';

const DAYS = { day: 1, week: 7 } as const;
/** Buckets that say what is usual, and those between them and the bucket in question, as EARS C2 leaves out. */
const BASELINE = { day: 28, week: 6 } as const;
const GUARD = 2;
/** At which level of a tree values are compared. */
const LEVELS: Partial<Record<Dimension, number>> = { organisation: 2, line: 2, reason: 2 };

/** Which values of the other dimensions carry the excess of one bucket, each against its own recent past. */
export async function explainExcess(
  warehouse: Warehouse,
  rule: Rule,
  slice: Slice,
  { bucket, firstDay }: { readonly bucket: IsoDay; readonly firstDay: IsoDay },
): Promise<Contributor[]> {
  const length = DAYS[rule.grain];
  const wanted = addCalendarDays(bucket, -(BASELINE[rule.grain] + GUARD) * length);
  // Before the first day of data nothing was counted: whole buckets after it only.
  const buckets = Math.floor(daysBetween(firstDay > wanted ? firstDay : wanted, bucket) / length);
  const from = addCalendarDays(bucket, -buckets * length);
  const splits = splitsBelow(slice);
  const codes = Object.fromEntries(Object.entries(slice).map(([dimension, code]) => [dimension, [code]]));
  const values = await warehouse.rows(
    dayCountsByValue({
      sum: measures[rule.measure].numerator,
      basis: rule.basis,
      where: { ...rule.where, ...codes },
      splits,
      from,
      until: addCalendarDays(bucket, length),
      scope: wholeCompany,
    }),
  );
  const isSilent = silentBuckets(values, buckets, length, splits[0]?.dimension);
  return contributors(
    splits.map(({ dimension }) => ({
      dimension,
      values: values
        .filter((row) => row.dimension === dimension)
        .map((row) => valueCounts(row, buckets, length, isSilent)),
    })),
  );
}

/** Every dimension that the slice leaves open; a tree that it has cut is followed one level down. */
function splitsBelow(slice: Slice): Rule['split'] {
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
