import type { CountId, IsoDay, ScanRule, Sentence, cannotScan, placeLeftOut } from '@tocsin/contracts';
import type { Period } from '@tocsin/warehouse';

/** What is to be looked through for clusters, as a rule or a page asks for it. */
export interface ScanQuestion extends Pick<ScanRule, 'basis' | 'where' | 'over' | 'offset' | 'simulations'> {
  readonly measure: CountId;
  /** Periods of whole days without gaps between them, oldest first; a cluster is some of the newest. */
  readonly periods: readonly Period[];
  /** Periods before them that say how far counts stray from what was expected. */
  readonly before: readonly Period[];
  /** A cluster is as improbable as this, or more. */
  readonly alpha: number;
  /** The same seed on the same figures gives the same answer. */
  readonly seed: number;
}

export type LeftOutReason = (typeof placeLeftOut)[number];

export interface LeftOut {
  readonly code: string;
  readonly reason: LeftOutReason;
}

export type CannotScan = (typeof cannotScan)[number];

export interface ClusterMember {
  readonly code: string;
  readonly observed: number;
  readonly expected: number;
}

/** Places that together have more cases than can be expected, since some period up to the newest. */
export interface FoundCluster {
  /** By falling excess. */
  readonly members: readonly ClusterMember[];
  readonly from: IsoDay;
  readonly until: IsoDay;
  readonly observed: number;
  readonly expected: number;
  /** The count from which on these places would be a cluster. */
  readonly upper: number;
  /** Observed ÷ expected within, over the same outside; null where nothing came outside. */
  readonly relativeRisk: number | null;
  /** Log-likelihood ratio, divided by the dispersion. */
  readonly score: number;
  readonly pValue: number;
  /** How much of the expectation is owed to what everything else did: 1 where that did not rise. */
  readonly lift: number;
  /** What the baseline of its places did without, and why; null for nothing. */
  readonly baseline: Sentence | null;
}

/** What a scan found. */
export interface Scan {
  readonly cannot: CannotScan | null;
  /** The periods that were looked at: those since the last gap in the data. */
  readonly periods: readonly Period[];
  /** Places that were looked at. */
  readonly places: number;
  readonly leftOut: readonly LeftOut[];
  /** Variance over mean of a count around what was expected of it. */
  readonly dispersion: number;
  /** As improbable as asked for, the likeliest first; none of them shares a place with another. */
  readonly clusters: readonly FoundCluster[];
  /** The p of the likeliest place, cluster or not; null where none has more than expected. */
  readonly lowestP: number | null;
  /** What some places had in the newest period, beside what was expected and what would have been a cluster. */
  readonly newestOf: (codes: readonly string[]) => Pick<FoundCluster, 'observed' | 'expected' | 'upper'>;
  /** The same for clusters as improbable as this: a smaller chance than asked for, of as many simulated maps. */
  readonly under: (alpha: number) => Scan;
}
