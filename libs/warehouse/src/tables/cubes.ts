import { type Clock, type Dimension, type SumId, sumIds, sums } from '@tocsin/contracts';

/** Besides the contract's sums: those of `due` that were open when their month was rolled up; for timeliness alone. */
export type RowSum = SumId | 'still_open';

/** Sums that the row itself tells. Whether a complaint was chased lies in other rows. */
export type ToldSum = Exclude<RowSum, 'chased'>;
/** Sums that cubes hold; the others are added up from the complaints. */
export type CubedSum = Exclude<ToldSum, 'illicit'>;

const isCubed = (sum: SumId): sum is Exclude<SumId, 'chased' | 'illicit'> => sum !== 'chased' && sum !== 'illicit';
const cubedSums = (clock: Clock) => sumIds.filter(isCubed).filter((sum) => sums[sum] === clock);

export const dailySums = cubedSums('received');
export const dueSums = cubedSums('due');
export const closedSums = cubedSums('closed');

export const clockOfSum = (sum: RowSum): Clock => (sum === 'still_open' ? 'due' : sums[sum]);

/** A table of sums by day and a few dimensions, rebuilt from `complaint FINAL` or from a wider cube. */
export interface Cube {
  readonly table: CubeName;
  readonly stage: `stage_${CubeName}`;
  /** Which day its days are. Those not by the day received lie by when a complaint was received all the same. */
  readonly clock: Clock;
  /** At most five, besides the day. */
  readonly dimensions: readonly Dimension[];
  readonly sums: readonly CubedSum[];
  /** Whether its rows are also by `days`, the whole days that handling took. */
  readonly bySpan?: boolean;
  /** The wider cube that this one adds up, and then it lies by the year; absent: made from `complaint FINAL`, and it lies by the month. */
  readonly from?: Cube;
}

type CubeName =
  | 'cube_daily_total'
  | 'cube_daily_line'
  | 'cube_daily_region'
  | 'cube_daily_region_line'
  | 'cube_daily_cause'
  | 'cube_daily_organisation'
  | 'cube_daily_sale'
  | 'cube_daily_region_sale'
  | 'cube_daily_intake'
  | 'cube_due_total'
  | 'cube_due_line'
  | 'cube_due_region'
  | 'cube_due'
  | 'cube_due_sale'
  | 'cube_closed_total'
  | 'cube_closed_line'
  | 'cube_closed_region'
  | 'cube_closed'
  | 'cube_closed_sale'
  | 'cube_closed_span';

const cube = (
  table: CubeName,
  clock: Clock,
  dimensions: readonly Dimension[],
  more: Partial<Pick<Cube, 'sums' | 'from' | 'bySpan'>> = {},
): Cube => ({ table, stage: `stage_${table}`, clock, dimensions, sums: sumsOf[clock], ...more });

const sumsOf: Readonly<Record<Clock, readonly CubedSum[]>> = {
  received: dailySums,
  due: [...dueSums, 'still_open'],
  closed: closedSums,
};

const regionLine = cube('cube_daily_region_line', 'received', ['source', 'region', 'line']);
const dueRegionLine = cube('cube_due', 'due', ['source', 'region', 'line']);
const closedRegionLine = cube('cube_closed', 'closed', ['source', 'region', 'line']);

/**
 * Narrow ones first: the first that has all dimensions and sums of a question answers it. The narrow ones hold so few
 * cells that they stop growing long before the complaints do.
 */
export const cubes: readonly Cube[] = [
  cube('cube_daily_total', 'received', ['source'], { from: regionLine }),
  cube('cube_daily_line', 'received', ['source', 'line'], { from: regionLine }),
  cube('cube_daily_region', 'received', ['source', 'region'], { from: regionLine }),
  regionLine,
  cube('cube_daily_intake', 'received', ['source', 'region', 'intake_channel']),
  cube('cube_daily_region_sale', 'received', ['source', 'region', 'sales_channel']),
  cube('cube_daily_organisation', 'received', ['source', 'organisation', 'line']),
  cube('cube_daily_sale', 'received', ['source', 'line', 'product', 'sales_channel']),
  cube('cube_daily_cause', 'received', ['source', 'line', 'link', 'reason']),
  cube('cube_due_total', 'due', ['source'], { from: dueRegionLine }),
  cube('cube_due_line', 'due', ['source', 'line'], { from: dueRegionLine }),
  cube('cube_due_region', 'due', ['source', 'region'], { from: dueRegionLine }),
  dueRegionLine,
  cube('cube_due_sale', 'due', ['source', 'line', 'sales_channel']),
  cube('cube_closed_total', 'closed', ['source'], { from: closedRegionLine }),
  cube('cube_closed_line', 'closed', ['source', 'line'], { from: closedRegionLine }),
  cube('cube_closed_region', 'closed', ['source', 'region'], { from: closedRegionLine }),
  closedRegionLine,
  cube('cube_closed_sale', 'closed', ['source', 'line', 'sales_channel']),
];

/** How many were closed after how many days; for exact quantiles. */
export const spanCube: Cube = cube('cube_closed_span', 'closed', ['source'], { sums: ['closed'], bySpan: true });

export const allCubes: readonly Cube[] = [...cubes, spanCube];
export const cubeTables = allCubes.map(({ table }) => table);
export const stageTables = allCubes.map(({ stage }) => stage);
