import type { ScanModel } from './scan-model.ts';
import type { MapScanner, Peak } from './zone-scanner.ts';

/**
 * The best of *all* subsets of each neighbourhood, however scattered, by scoring only as many as it has locations.
 *
 * How     sorted by cases per denominator, the best subset is one of the prefixes (linear-time subset scanning). Exact.
 * Shape   neighbourhoods as lists of locations; one denominator per location. Locations without denominator are left out.
 * Cost    O(k log k) per neighbourhood of k, in place of 2ᵏ.
 * Source  Neill (2012), J. Roy. Statist. Soc. B 74, 337–360.
 */
export class SubsetScanner implements MapScanner {
  private readonly neighbourhoods: readonly Int32Array[];
  private readonly denominators: ArrayLike<number>;
  private readonly model: ScanModel;

  constructor(neighbourhoods: readonly (readonly number[])[], denominators: ArrayLike<number>, model: ScanModel) {
    this.neighbourhoods = neighbourhoods.map((locations) =>
      Int32Array.from(locations.filter((location) => (denominators[location] ?? 0) > 0)),
    );
    this.denominators = denominators;
    this.model = model;
  }

  highest(cases: Float64Array): number {
    return this.peak(cases)?.score ?? 0;
  }

  peak(cases: Float64Array, taken?: Uint8Array): Peak | undefined {
    let best: Peak | undefined;
    for (const neighbourhood of this.neighbourhoods) {
      const free = taken === undefined ? neighbourhood.slice() : neighbourhood.filter((at) => taken[at] !== 1);
      const ranked = free.sort((left, right) => this.rate(cases, right) - this.rate(cases, left) || left - right);
      let [sum, denominator] = [0, 0];
      for (let last = 0; last < ranked.length; last += 1) {
        sum += cases[ranked[last] as number] as number;
        denominator += this.denominators[ranked[last] as number] as number;
        // Sorted by rate, the prefixes only come nearer to the expectation from here on.
        if (sum <= this.model.expected(denominator)) break;
        const score = this.model.score(sum, denominator);
        if (score > (best?.score ?? 0)) best = { locations: [...ranked.subarray(0, last + 1)], score };
      }
    }
    return best;
  }

  private rate(cases: Float64Array, location: number): number {
    return (cases[location] as number) / (this.denominators[location] as number);
  }
}
