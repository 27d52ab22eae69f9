import type { Dimension } from '@tocsin/contracts';
import { filterDimensions, type FilterState, filterToUrl } from '../filter/filter-state.ts';
import { filterableDimension, type Mark, onlyMark, withoutMark } from './mark.ts';

type Query = Readonly<Record<string, string>>;
/** Where an action leads: another page, or this one with another query. */
export interface Target {
  readonly path?: string;
  readonly query: Query;
}

export interface MarkAction {
  readonly id: 'break-out' | 'only' | 'only-period' | 'exclude' | 'why' | 'cases' | 'rule';
  readonly to?: Target;
  /** Of a break-out: by which dimensions. */
  readonly by?: readonly { readonly dimension: Dimension; readonly to: Target }[];
}

interface Situation {
  readonly filter: FilterState;
  /** How the page shows its figures, as it stands in the address. */
  readonly view: Query;
  /** Whether a page stands at a path. */
  readonly hasPage: (path: string) => boolean;
}

/** What can be done with a mark, in the order of the menu. What leads nowhere is left out. */
export function markActions(mark: Mark, { filter, view, hasPage }: Situation): MarkAction[] {
  const narrowed = onlyMark(filter, mark);
  const excluded = withoutMark(filter, mark);
  const value = filterableDimension(mark);
  const own: MarkAction[] = [
    ...(hasPage('/trends') ? [{ id: 'break-out' as const, by: breakOuts(mark, filter, view) }] : []),
    ...(value !== undefined && mark.code !== ''
      ? [{ id: 'only' as const, to: here(view, onlyMark(filter, { ...mark, period: undefined })) }]
      : []),
    ...(mark.period ? [{ id: 'only-period' as const, to: here(view, { ...filter, ...mark.period }) }] : []),
    ...(excluded ? [{ id: 'exclude' as const, to: here(view, excluded) }] : []),
  ];
  const measure: Query = mark.measure === undefined ? {} : { measure: mark.measure };
  const elsewhere = (id: 'why' | 'cases' | 'rule', path: string, more: Query = {}): MarkAction[] =>
    hasPage(path) ? [{ id, to: { path, query: { ...filterToUrl(narrowed), ...measure, ...more } } }] : [];
  // a rule looks at buckets as long as those of the chart it came from
  const grain: Query = view.grain === undefined ? {} : { grain: view.grain };
  return [
    ...own,
    ...elsewhere('why', '/causes'),
    ...elsewhere('cases', '/cases'),
    ...elsewhere('rule', '/rules/new', grain),
  ];
}

const here = (view: Query, filter: FilterState): Target => ({ query: { ...view, ...filterToUrl(filter) } });

/** The mark cut up by each other dimension; the trail remembers by which ways the reader came. */
function breakOuts(mark: Mark, filter: FilterState, view: Query): { dimension: Dimension; to: Target }[] {
  const value = filterableDimension(mark);
  const isValue = value !== undefined && mark.code !== '';
  // a stretch of time stays: what is wanted is this value over the same time
  const narrowed = onlyMark(filter, { ...mark, period: undefined });
  const trail = isValue ? joined(view.trail, value) : (view.trail ?? '');
  const measure: Query = mark.measure === undefined ? {} : { measure: mark.measure };
  return filterDimensions
    .filter((dimension) => dimension !== mark.dimension)
    .map((dimension) => ({
      dimension,
      to: {
        path: '/trends',
        query: { ...view, ...measure, ...filterToUrl(narrowed), split: dimension, ...(trail === '' ? {} : { trail }) },
      },
    }));
}

const joined = (trail: string | undefined, dimension: string) =>
  [...new Set([...(trail ?? '').split(',').filter(Boolean), dimension])].join(',');
