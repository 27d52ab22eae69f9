import type { ScanModel } from './scan-model.ts';
import { type Zones, zoneAt } from './zones.ts';

/** A zone that stands out. */
export interface Peak {
  /** In the order of the chain: the centre of a circle, or the node of a tree, first. */
  readonly locations: readonly number[];
  readonly score: number;
}

/** Something that finds the best zone of a map; `cases` by location. */
export interface MapScanner {
  /** The score of the best zone; 0 if no zone has more cases than expected. */
  highest(cases: Float64Array): number;
  /** The best zone that touches no location in `taken` (1: taken); undefined if none has more cases than expected. */
  peak(cases: Float64Array, taken?: Uint8Array): Peak | undefined;
}

/** Rounding must never make the bound smaller than the score. */
const SLACK = 1 + 1e-9;

/**
 * All zones against one set of denominators, laid out so that thousands of simulated maps can be scanned fast.
 *
 * Cost    one addition and one comparison per zone and scan; logarithms only for zones that may beat the best so far.
 */
export class ZoneScanner implements MapScanner {
  private readonly zones: Zones;
  private readonly model: ScanModel;
  private readonly denominators: Float64Array;
  private readonly expected: Float64Array;
  private readonly weights: Float64Array;
  private bestFrom = 0;
  private bestTo = -1;

  constructor(zones: Zones, denominators: ArrayLike<number>, model: ScanModel) {
    if (denominators.length !== zones.locations)
      throw new RangeError(`ZoneScanner: ${denominators.length} denominators for ${zones.locations} locations.`);
    this.zones = zones;
    this.model = model;
    this.denominators = new Float64Array(zones.members.length);
    this.expected = new Float64Array(zones.members.length);
    this.weights = new Float64Array(zones.members.length);
    this.sumUp(denominators);
  }

  highest(cases: Float64Array): number {
    return this.search(cases, undefined);
  }

  peak(cases: Float64Array, taken?: Uint8Array): Peak | undefined {
    const score = this.search(cases, taken);
    return score > 0 ? { locations: zoneAt(this.zones, this.bestFrom, this.bestTo), score } : undefined;
  }

  private search(cases: Float64Array, taken: Uint8Array | undefined): number {
    const { members, starts } = this.zones;
    const { expected, weights, denominators } = this;
    let best = 0;
    for (let chain = 0; chain + 1 < starts.length; chain += 1) {
      const end = starts[chain + 1] as number;
      let sum = 0;
      for (let at = starts[chain] as number; at < end; at += 1) {
        const member = members[at] as number;
        if (taken !== undefined && taken[member] === 1) break;
        sum += cases[member] as number;
        const excess = sum - (expected[at] as number);
        if (excess <= 0 || excess * excess * (weights[at] as number) <= best) continue;
        const score = this.model.score(sum, denominators[at] as number);
        if (score <= best) continue;
        best = score;
        this.bestFrom = starts[chain] as number;
        this.bestTo = at;
      }
    }
    return best;
  }

  private sumUp(denominators: ArrayLike<number>): void {
    const { members, starts, wholeOnly } = this.zones;
    for (let chain = 0; chain + 1 < starts.length; chain += 1) {
      const end = starts[chain + 1] as number;
      let sum = 0;
      for (let at = starts[chain] as number; at < end; at += 1) {
        sum += denominators[members[at] as number] as number;
        this.denominators[at] = sum;
        this.expected[at] = this.model.expected(sum);
        const isZone = !wholeOnly || at === end - 1;
        this.weights[at] = isZone ? this.model.weight(sum) * SLACK : 0;
      }
    }
  }
}
