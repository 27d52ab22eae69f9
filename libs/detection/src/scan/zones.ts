/**
 * Candidate zones as chains: each chain is a list of locations, and each of its prefixes is a zone (circles around a
 * centre), or only the whole chain is (`wholeOnly`; nodes of a tree). So thousands of zones cost one running sum each.
 */
export interface Zones {
  /** How many locations there are; they are numbered from 0. */
  readonly locations: number;
  /** Locations of all chains, one chain after the other. */
  readonly members: Int32Array;
  /** Where each chain begins in `members`, and one more for the end. */
  readonly starts: Int32Array;
  readonly wholeOnly: boolean;
}

/** Chains laid out one after the other. Throws RangeError for a member that is no location. */
export function zonesOf(chains: readonly (readonly number[])[], locations: number, wholeOnly: boolean): Zones {
  const starts = new Int32Array(chains.length + 1);
  chains.forEach((chain, index) => (starts[index + 1] = (starts[index] as number) + chain.length));
  const members = Int32Array.from(chains.flat());
  const stranger = members.find((member) => !(member >= 0 && member < locations));
  if (stranger !== undefined) throw new RangeError(`zonesOf: there is no location ${stranger} among ${locations}.`);
  return { locations, members, starts, wholeOnly };
}

/** The locations from position `from` to `to`, inclusive: the zone that ends there. */
export const zoneAt = ({ members }: Zones, from: number, to: number): number[] => [...members.subarray(from, to + 1)];
