import { bucketPlus } from '@tocsin/calendar';
import type { IsoDay } from '@tocsin/contracts';
import type { Signal } from '@tocsin/warehouse';
import type { FoundCluster } from './scan-question.ts';

/** A cluster of former buckets: what it is called, and where it was when it was last one. */
export interface StandingCluster {
  readonly key: string;
  readonly codes: readonly string[];
}

/** Buckets after its last one in which a cluster is still followed: as long as its warning takes to go down and to cool off. */
const FOLLOWED = { day: 30, week: 12 } as const;

/** The clusters that stand before a bucket, from what was written: each as it was in its newest bucket in excess. */
export function standingBefore(bucket: IsoDay, grain: 'day' | 'week', known: Iterable<Signal>): StandingCluster[] {
  const since = bucketPlus(bucket, -FOLLOWED[grain], grain);
  const newest = new Map<string, Signal>();
  for (const signal of known) {
    if (signal.verdict !== 'excess' || signal.bucket >= bucket || signal.bucket < since) continue;
    if ((newest.get(signal.seriesKey)?.bucket ?? '') < signal.bucket) newest.set(signal.seriesKey, signal);
  }
  return [...newest.values()]
    .sort((one, other) => (one.seriesKey < other.seriesKey ? -1 : 1))
    .map(({ seriesKey, members = [] }) => ({ key: seriesKey, codes: members.map(({ code }) => code) }));
}

/**
 * What each cluster is called: as a standing one that it shares places with (the most first), so that its warning goes on
 * while it grows, shrinks or moves; otherwise by its place of largest excess that no other bears the name of.
 */
export function namedClusters(
  clusters: readonly FoundCluster[],
  standing: readonly StandingCluster[],
): { readonly key: string; readonly cluster: FoundCluster }[] {
  const pairs = clusters
    .flatMap((cluster) =>
      standing.map(({ key, codes }) => ({
        ...{ cluster, key },
        shared: cluster.members.filter(({ code }) => codes.includes(code)).length,
      })),
    )
    .filter(({ shared }) => shared > 0)
    .sort((one, other) => other.shared - one.shared);
  const named = new Map<FoundCluster, string>();
  const taken = new Set<string>();
  for (const { cluster, key } of pairs) {
    if (named.has(cluster) || taken.has(key)) continue;
    named.set(cluster, key);
    taken.add(key);
  }
  const names = new Set([...standing.map(({ key }) => key), ...taken]);
  return clusters.map((cluster) => {
    const key = named.get(cluster) ?? newName(cluster, names);
    names.add(key);
    return { key, cluster };
  });
}

function newName({ members }: FoundCluster, names: ReadonlySet<string>): string {
  const own = members.map(({ code }) => `cluster=${code}`);
  const free = own.find((name) => !names.has(name));
  if (free !== undefined) return free;
  for (let number = 2; ; number += 1) {
    const name = `${own[0] ?? 'cluster'}+${number}`;
    if (!names.has(name)) return name;
  }
}
