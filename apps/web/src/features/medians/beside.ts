import type { GetMediansReply } from '@tocsin/contracts';
import type { FilterState } from '../filter/filter-state.ts';

type Median = GetMediansReply['medians'][number];

/** What the regulator publishes for the whole country. */
const COUNTRY = '全国';

/**
 * The published medians that stand beside a figure of the filter: of just its period, for the whole country, of the sectors
 * that its lines belong to; or why there is none.
 */
export function mediansBeside(
  medians: readonly Median[],
  { from, until, lists }: Pick<FilterState, 'from' | 'until' | 'lists'>,
): { readonly medians: readonly Median[]; readonly why: 'whyRegion' | 'whyPeriod' | undefined } {
  if (lists.region.length > 0) return { medians: [], why: 'whyRegion' };
  const sectors = new Set(lists.line.map((code) => code.split('.')[0]));
  const found = medians.filter(
    (median) =>
      median.from === from &&
      median.until === until &&
      median.region === COUNTRY &&
      (sectors.size === 0 || sectors.has(median.sector)),
  );
  return { medians: found, why: found.length === 0 ? 'whyPeriod' : undefined };
}
