import { type FarringtonFit, type ReferenceCounts, farringtonFitter } from './farrington-fit.ts';
import type { FarringtonOptions } from './farrington-options.ts';
import { type ReferenceFrame, referenceFrame } from './reference-frame.ts';

/** A series ready for fitting: `known` is 0 where a bucket is no part of any baseline. */
export interface CountSeries {
  readonly counts: ArrayLike<number>;
  readonly known: ArrayLike<number>;
  /** Exposure of each bucket; undefined where the method does without. */
  readonly exposure: ArrayLike<number> | undefined;
}

/** The same in columns of which parts can be told without copying them. */
export interface CountColumns extends CountSeries {
  readonly counts: Float64Array;
  readonly known: Float64Array;
  readonly exposure: Float64Array | undefined;
}

/** Fits any bucket of any series, by its index; undefined where its history does not determine an expectation. */
export type FarringtonAt = (series: CountSeries, index: number) => FarringtonFit | undefined;

/** The frame of a bucket, or undefined where the series is too short for one. */
export type FrameAt = (index: number) => ReferenceFrame | undefined;

/**
 * Frames by counting buckets: the same week of a past year lies `perYear` buckets back. There is one frame for each
 * number of years, whatever the series and the bucket.
 */
export function framesByIndex(options: FarringtonOptions, makeFrame: typeof referenceFrame = referenceFrame): FrameAt {
  const { perYear, years, fewestYears, halfWindow } = options;
  const frames = new Map<number, ReferenceFrame>();
  return (index) => {
    const possible = Math.min(years, Math.floor((index - halfWindow) / perYear));
    if (possible < fewestYears) return undefined;
    let frame = frames.get(possible);
    if (frame === undefined) {
      frame = makeFrame(
        Array.from({ length: possible }, (_, i) => perYear * (i + 1)),
        options,
      );
      frames.set(possible, frame);
    }
    return frame;
  };
}

/** The fits of a series with these options and frames; the working memory is shared by all calls. */
export function farringtonAt(options: FarringtonOptions, frameAt: FrameAt): FarringtonAt {
  const rows = (options.years + 1) * (options.perYear + 2 * options.halfWindow + 8);
  const fit = farringtonFitter(rows, Math.max(options.seasons, 1 + 2 * options.harmonics) + 1);
  const memory = [0, 1, 2].map(() => new Float64Array(rows));
  const [counts = memory[0], known, offset] = memory;
  return (series, index) => {
    const frame = frameAt(index);
    if (frame === undefined || counts === undefined || known === undefined || offset === undefined) return undefined;
    const past = { counts, known, offset: series.exposure === undefined ? undefined : offset };
    gather(series, index, frame.back, past);
    return fit(frame, past, options);
  };
}

/** Copies what each row of the frame refers to. */
function gather(
  { counts, known, exposure }: CountSeries,
  index: number,
  back: Int32Array,
  past: ReferenceCounts,
): void {
  const last = back.length - 1;
  for (let i = 0; i <= last; i += 1) {
    const at = index - (back[i] ?? 0);
    past.counts[i] = counts[at] ?? 0;
    past.known[i] = i === last || at < 0 ? 0 : (known[at] ?? 0);
    if (past.offset !== undefined) past.offset[i] = Math.log(exposure?.[at] ?? 1);
  }
}
