import {
  type Dimension,
  dimensions,
  type Grain,
  grains,
  type MeasureId,
  isAdditive,
  keptAndExcluded,
  measureIds,
  measures,
  treeDimensions,
} from '@tocsin/contracts';
import { daysBetween } from '../../i18n/days.ts';
import { type Comparison, comparisons } from '../figures/figures-api.ts';
import type { FilterState } from '../filter/filter-state.ts';
import type { Period } from '../filter/period.ts';

export const shapes = ['lines', 'stacked', 'multiples'] as const;
export type Shape = (typeof shapes)[number];

/** Everything about the page 趋势 that its address says beside the filter. */
export interface TrendsState {
  readonly measure: MeasureId;
  readonly grain: Grain;
  readonly split: Dimension | undefined;
  /** Of a tree: how deep it is cut; follows from what the filter keeps. */
  readonly level: number | undefined;
  readonly shape: Shape;
  readonly compare: Comparison;
  readonly isSharedScale: boolean;
  readonly isTable: boolean;
  /** The dimensions by which the reader came down here, in order. */
  readonly trail: readonly Dimension[];
  readonly brush: Period | undefined;
}

type UrlQuery = Readonly<Record<string, unknown>>;

const oneOf = <Value extends string>(values: readonly Value[], given: unknown): Value | undefined =>
  values.find((value) => value === given);

/** Reads the address; what it does not say, or says wrongly, takes its default. */
export function trendsFromUrl(query: UrlQuery, filter: FilterState): TrendsState {
  const measure = oneOf(measureIds, query.measure) ?? 'complaints';
  const split = oneOf(dimensions, query.split);
  const wanted = oneOf(shapes, query.shape) ?? 'lines';
  const texts = (value: unknown) => (typeof value === 'string' ? value.split(',') : []);
  const [from = '', until = ''] = texts(query.brush);
  return {
    measure,
    split,
    grain: oneOf(grains, query.grain) ?? defaultGrain(filter),
    level: split === undefined ? undefined : levelOf(split, filter),
    // one line is no multiple
    shape: split === undefined || (wanted === 'stacked' && !stacks(measure, split)) ? 'lines' : wanted,
    compare: comparisonsFor(filter).find((one) => one === query.compare) ?? 'year',
    isSharedScale: query.scale !== 'own',
    isTable: query.table === '1',
    trail: texts(query.trail).flatMap((name) => oneOf(dimensions, name) ?? []),
    brush: from >= filter.from && from < until && until <= filter.until ? { from, until } : undefined,
  };
}

/** The comparisons a period allows: the Spring Festival sets days beside each other from January to March of one year. */
export const comparisonsFor = ({ from, until }: Period): readonly Comparison[] => {
  const isLunar = until <= `${from.slice(0, 4)}-04-01`;
  return comparisons.filter((one) => one !== 'lunar' || isLunar);
};

/** Whether buckets of a measure add up to their stretch. */
export const addsUp = (measure: MeasureId): boolean => isAdditive(measures[measure]);

/** Whether the parts of a split add up to the whole: not those of a rate, nor where a case may have several values. */
export const stacks = (measure: MeasureId, split: Dimension): boolean => addsUp(measure) && split !== 'special_group';

/** The grain that gives a period about 12 to 60 buckets. */
export function defaultGrain({ from, until }: Period): Grain {
  const days = daysBetween(from, until);
  if (days <= 45) return 'day';
  if (days <= 400) return 'week';
  return days <= 366 * 6 ? 'month' : 'quarter';
}

/** One level below what the filter keeps of a tree; its top where it keeps all. */
export function levelOf(split: Dimension, { lists }: FilterState): number | undefined {
  if (!treeDimensions.includes(split)) return undefined;
  const { kept } = keptAndExcluded((lists as Readonly<Record<string, readonly string[]>>)[split] ?? []);
  return 1 + Math.max(0, ...kept.map((code) => code.split('.').length));
}

/** How many values of a split are drawn apart; the others are added up. */
export const shownOf = (shape: Shape): number => ({ lines: 6, stacked: 7, multiples: 12 })[shape];
