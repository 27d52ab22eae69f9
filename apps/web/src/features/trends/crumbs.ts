import { type Dimension, keptAndExcluded, treeDimensions } from '@tocsin/contracts';
import { type FilterDimension, filterDimensions, type FilterState, filterToUrl } from '../filter/filter-state.ts';

type Query = Readonly<Record<string, string>>;

/** A step of the way down: the value that was kept there, and the address of the picture before the next step. */
export interface Crumb {
  /** Absent: the whole, where the way began. */
  readonly at?: { readonly dimension: FilterDimension; readonly code: string };
  readonly query: Query;
}

/** A natural way down: where, who, what, how, why. */
const WAY: readonly FilterDimension[] = [
  'region',
  'organisation',
  'line',
  'sales_channel',
  'reason',
  'link',
  'product',
  'intake_channel',
];

const isFilterDimension = (dimension: Dimension): dimension is FilterDimension =>
  (filterDimensions as readonly Dimension[]).includes(dimension);

/**
 * The way down to the filter, from the whole. Only single values in the trail's dimensions are steps; each code of a tree
 * is one step for every level. The last crumb is where the reader stands.
 */
export function crumbsOf(filter: FilterState, trail: readonly Dimension[], view: Query): Crumb[] {
  const steps = trail.filter(isFilterDimension).flatMap((dimension) => {
    const [code, ...others] = keptAndExcluded(filter.lists[dimension]).kept;
    return code === undefined || others.length > 0 ? [] : ladder(dimension, code);
  });
  const addressAfter = (count: number): Query => {
    const taken = steps.slice(0, count);
    const lists: Record<FilterDimension, readonly string[]> = { ...filter.lists };
    for (const { dimension } of steps) {
      const deepest = taken.findLast((step) => step.dimension === dimension);
      lists[dimension] = deepest === undefined ? [] : [deepest.code];
    }
    const next = steps[count]?.dimension;
    const rest = [...new Set(taken.map(({ dimension }) => dimension))].join(',');
    const { trail: _, ...others } = view;
    return {
      ...others,
      ...filterToUrl({ ...filter, lists }),
      ...(next === undefined ? {} : { split: next }),
      ...(rest === '' ? {} : { trail: rest }),
    };
  };
  return [{ query: addressAfter(0) }, ...steps.map((at, index) => ({ at, query: addressAfter(index + 1) }))];
}

function ladder(dimension: FilterDimension, code: string) {
  if (!treeDimensions.includes(dimension)) return [{ dimension, code }];
  const parts = code.split('.');
  return parts.map((_, index) => ({ dimension, code: parts.slice(0, index + 1).join('.') }));
}

/** One step further down: the value kept, and cut by its own next level or by the next dimension not yet used. */
export function drillInto(
  filter: FilterState,
  trail: readonly Dimension[],
  view: Query,
  {
    dimension,
    code,
    hasChildren,
  }: { readonly dimension: FilterDimension; readonly code: string; readonly hasChildren: boolean },
): Query {
  const used = new Set<Dimension>([...trail, dimension]);
  const isFree = (other: FilterDimension) => !used.has(other) && filter.lists[other].length === 0;
  const next = hasChildren ? dimension : WAY.find(isFree);
  const lists = { ...filter.lists, [dimension]: [code] };
  const { split: _, ...others } = view;
  return {
    ...others,
    ...filterToUrl({ ...filter, lists }),
    ...(next === undefined ? {} : { split: next }),
    trail: [...used].join(','),
  };
}
