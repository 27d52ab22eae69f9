import type { Dimension, MeasureId } from '@tocsin/contracts';
import { isExcluding, excluding } from '@tocsin/contracts';
import { type FilterDimension, filterDimensions, type FilterState } from '../filter/filter-state.ts';
import type { Period } from '../filter/period.ts';

/** What one mark of a chart stands for: a value of a dimension, a stretch of time, or both; neither is the whole slice. */
export interface Mark {
  readonly name: string;
  readonly dimension?: Dimension | undefined;
  readonly code?: string | undefined;
  readonly period?: Period | undefined;
  readonly measure?: MeasureId | undefined;
}

/** A filter's list can name the value: not the rest of many, and only in a dimension that filters know. */
export const filterableDimension = ({ dimension, code }: Mark): FilterDimension | undefined =>
  code === undefined || code === '…' ? undefined : filterDimensions.find((known) => known === dimension);

/** The filter narrowed to a mark: to its value, where a list can keep one, and to its days. */
export function onlyMark(filter: FilterState, mark: Mark): FilterState {
  const dimension = filterableDimension(mark);
  const lists = dimension && mark.code ? { ...filter.lists, [dimension]: [mark.code] } : filter.lists;
  return { ...filter, ...mark.period, lists };
}

/** The filter without a mark's value; undefined where it has none that can be left out. */
export function withoutMark(filter: FilterState, mark: Mark): FilterState | undefined {
  const dimension = filterableDimension(mark);
  if (dimension === undefined || mark.code === undefined) return undefined;
  const { code } = mark;
  const rest = filter.lists[dimension].filter((value) => value !== code);
  // a list that kept just this value would turn into its opposite
  const isLastKept = filter.lists[dimension].includes(code) && !rest.some((value) => !isExcluding(value));
  if (isLastKept) return undefined;
  const list = filter.lists[dimension].includes(code) ? rest : [...new Set([...rest, excluding(code)])];
  return { ...filter, lists: { ...filter.lists, [dimension]: list } };
}
