import type { Peak } from './zone-scanner.ts';

/**
 * The best zone of a map, then the best of those that touch none before, while their p is at most `alpha`.
 *
 * Shape   `peakBeside` finds the best zone that touches no location marked 1. The first cluster is told whatever its p.
 */
export function clustersApart<P extends Peak, C extends P & { readonly pValue: number }>(
  locations: number,
  alpha: number,
  peakBeside: (taken: Uint8Array) => P | undefined,
  clusterOf: (peak: P) => C,
): { mostLikely: C | undefined; secondary: C[] } {
  const taken = new Uint8Array(locations);
  const found: C[] = [];
  for (let peak = peakBeside(taken); peak !== undefined; peak = peakBeside(taken)) {
    const cluster = clusterOf(peak);
    if (found.length > 0 && cluster.pValue > alpha) break;
    found.push(cluster);
    for (const location of peak.locations) taken[location] = 1;
  }
  const [mostLikely, ...secondary] = found;
  return { mostLikely, secondary };
}

/** What the locations of a zone hold together. */
export function sumAt(values: ArrayLike<number>, locations: readonly number[]): number {
  return locations.reduce((all, location) => all + (values[location] as number), 0);
}
