import { bucketPlus, bucketStart } from '@tocsin/calendar';
import type { ComplaintFilter, IsoDay, RateEvidence, Translation } from '@tocsin/contracts';
import { type Scope, type Warehouse, ratesBySlice } from '@tocsin/warehouse';
import { ratePoints } from '../../detect/rates/rate-points.ts';
import type { RateRule } from '../../detect/rates/rate-rule.ts';

/**
 * What the rate of a warning's slice is made of, bucket by bucket up to the one that runs, as it is known today: the
 * filter's own slice and period, within the caller's scope.
 */
export async function rateEvidence(
  warehouse: Warehouse,
  rule: RateRule,
  { filter, ...asked }: { filter: ComplaintFilter; scope: Scope; translation: Translation; today: IsoDay },
): Promise<RateEvidence> {
  const { measure, grain } = rule;
  const { from, until } = filter;
  const { scope, translation } = asked;
  const running = bucketStart(asked.today, grain);
  const found = await warehouse.rows(ratesBySlice({ measure, filter, split: [], from, until, scope, translation }));
  const buckets: IsoDay[] = [];
  for (let at = from; at < until && at < running; at = bucketPlus(at, 1, grain)) buckets.push(at);
  const parts = ratePoints(
    rule,
    found[0] ?? { months: [], cases: [], exposure: [] },
    buckets.map((at) => ({ at, count: 0, complete: true })),
  );
  return { measure, parts: parts.map(({ at, cases, exposure }) => ({ at, cases, exposure })) };
}

/** Without a rate where the exposure of any part of a bucket is not known: it is not judged there either. */
export function ofWholeExposure<Point extends { readonly at: IsoDay; readonly value: number | null }>(
  counted: readonly Point[],
  { parts }: RateEvidence,
): Point[] {
  const known = new Set(parts.filter(({ exposure }) => exposure !== null).map(({ at }) => at));
  return counted.map((point) => (known.has(point.at) ? point : { ...point, value: null }));
}
