import { bucketPlus } from '@tocsin/calendar';
import { type Alert, type AnyRule, type Contributor, type KnownIncident, isRate } from '@tocsin/contracts';

/**
 * The incidents that a confirmed warning makes known: its days so far, in its slice, or in each place of a cluster. A missing
 * delivery, a matter of fact and a published rate tell of no days on which more complaints came than usual: none.
 */
export function madeKnown(
  { id, feed, slice, firstBucket, lastBucket, grain, headline }: Alert,
  rule: AnyRule | undefined,
  contributors: readonly Contributor[],
  note: string,
): KnownIncident[] {
  if (feed !== null) return [];
  const until = bucketPlus(lastBucket, 1, grain);
  const one = {
    id: `warning-${id}`,
    label: headline,
    from: firstBucket,
    until,
    slice,
    origin: 'verdict',
    note,
  } as const;
  if (rule?.kind === 'series' && !isRate(rule.measure)) return [one];
  if (rule?.kind !== 'scan') return [];
  return contributors.map(({ dimension, code }, place) => ({
    ...one,
    id: `${one.id}-${place + 1}`,
    slice: { ...slice, [dimension]: code },
  }));
}
