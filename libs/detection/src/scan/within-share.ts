import { type Zones, zonesOf } from './zones.ts';

/**
 * The zones that hold at most `maxShare` of all: what holds more is not a place but the whole, and stands out from nothing.
 *
 * Shape   zones of which only the whole chain is one (nodes of a tree, sets); a weight per location.
 */
export function withinShare(zones: Zones, weights: readonly number[], maxShare = 0.5): Zones {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const chains = Array.from({ length: zones.starts.length - 1 }, (_, chain) => [
    ...zones.members.subarray(zones.starts[chain], zones.starts[chain + 1]),
  ]);
  const share = (chain: readonly number[]) => chain.reduce((sum, member) => sum + (weights[member] ?? 0), 0) / all;
  return zonesOf(
    chains.filter((chain) => share(chain) <= maxShare),
    zones.locations,
    zones.wholeOnly,
  );
}
