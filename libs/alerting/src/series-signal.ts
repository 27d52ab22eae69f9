import type { Contributor, IsoDay, Level, Sentence, Verdict } from '@tocsin/contracts';

/** What was found about one bucket of the series, as detection left it. */
export interface SeriesSignal {
  readonly bucket: IsoDay;
  readonly observed: number | null;
  readonly expected: number | null;
  readonly upper: number | null;
  readonly pValue: number | null;
  readonly verdict: Verdict['verdict'];
  /** '' unless the bucket is in excess and unusual enough for a level. */
  readonly level: Level | '';
  /** The finding in words. */
  readonly note: Sentence | null;
  /** Of a cluster of places: what each of them adds. */
  readonly members?: readonly Contributor[] | undefined;
}

/** A warning as its last event left it. */
export interface AlertState {
  readonly state: 'open' | 'resolved';
  readonly level: Level;
  readonly peakLevel: Level;
  /** First and latest bucket in excess. */
  readonly firstBucket: IsoDay;
  readonly lastBucket: IsoDay;
  /** The bucket that caused the last event. */
  readonly bucket: IsoDay;
}
