import { type Design, type DesignRow, designOf } from '@tocsin/stats';
import type { FarringtonOptions } from './farrington-options.ts';

/** Which buckets of the past a bucket is compared with, and what explains them. The same for all buckets and series. */
export interface ReferenceFrame {
  /** How many buckets before the tested one each row lies; the last row is the tested one itself, and is not fitted. */
  readonly back: Int32Array;
  /** Season and trend; the trend is in years, 0 at the tested bucket. */
  readonly withTrend: Design;
  readonly withoutTrend: Design;
  readonly years: number;
}

type FrameOptions = Pick<FarringtonOptions, 'perYear' | 'halfWindow' | 'seasons' | 'guard' | 'harmonics'>;

/**
 * The reference frame of Farrington Flexible: the windows around the same time in past years are one level of the season,
 * the buckets between two windows are cut into `seasons` − 1 consecutive levels. With `harmonics` the season is that many
 * waves of the year instead, over the same buckets.
 *
 * Shape   `anchors` are the same time in past years, in buckets before the tested one, ascending: 52, 104, … `time` says
 *         when a bucket lies, in years, from its distance; `guard` buckets before the tested one are left out.
 * Source  Noufaily et al. (2013), Statistics in Medicine 32, 1206–1222.
 */
export function referenceFrame(
  anchors: readonly number[],
  { perYear, halfWindow, seasons, guard, harmonics }: FrameOptions,
  time: (back: number) => number = (back) => -back / perYear,
): ReferenceFrame {
  const levels = new Map<number, number>();
  [0, ...anchors].forEach((anchor, year) => {
    for (let back = anchor - halfWindow; back <= anchor + halfWindow; back += 1) levels.set(back, seasons - 1);
    const before = anchors[year];
    if (before === undefined || seasons === 1) return;
    // From the oldest bucket of the gap to the newest.
    const length = before - anchor - 2 * halfWindow - 1;
    cutIntoLevels(length, seasons - 1).forEach((level, i) => levels.set(before - halfWindow - 1 - i, level));
  });
  const rows = [...levels].filter(([back]) => back > guard).sort(([left], [right]) => right - left);
  const all = [...rows, [0, seasons - 1] as const];
  if (harmonics === 0) return frameOf(all, seasons, anchors.length, time);
  return wavesOf(
    all.map(([back]) => back),
    harmonics,
    anchors.length,
    time,
  );
}

/** 0, 0, …, 1, 1, … for `length` buckets in `count` consecutive blocks, of which the first are one longer. */
function cutIntoLevels(length: number, count: number): number[] {
  const size = Math.floor(length / count);
  const longer = length % count;
  return Array.from({ length: Math.max(0, length) }, (_, i) =>
    i < longer * (size + 1) ? Math.floor(i / (size + 1)) : longer + Math.floor((i - longer * (size + 1)) / size),
  );
}

/** The frame of the method of 1996: the windows alone, one level. */
export function windowsOnly(
  anchors: readonly number[],
  { perYear, halfWindow }: FrameOptions,
  time: (back: number) => number = (back) => -back / perYear,
): ReferenceFrame {
  const backs = anchors.toReversed().flatMap((anchor) => {
    return Array.from({ length: 2 * halfWindow + 1 }, (_, i) => anchor + halfWindow - i);
  });
  const rows = [...backs, 0].map((back) => [back, 0] as const);
  return frameOf(rows, 1, anchors.length, time);
}

function frameOf(
  rows: readonly (readonly [back: number, level: number])[],
  seasons: number,
  years: number,
  time: (back: number) => number,
): ReferenceFrame {
  const seasonal = rows.map(([, level]): DesignRow => [[level, 1]]);
  const trended = rows.map(([back, level]): DesignRow => [
    [level, 1],
    [seasons, time(back)],
  ]);
  return {
    back: Int32Array.from(rows, ([back]) => back),
    withTrend: designOf(trended, seasons + 1),
    withoutTrend: designOf(seasonal, seasons),
    years,
  };
}

/** The season as waves: an intercept, then sine and cosine of each. */
function wavesOf(
  backs: readonly number[],
  harmonics: number,
  years: number,
  time: (back: number) => number,
): ReferenceFrame {
  const columns = 1 + 2 * harmonics;
  const seasonal = backs.map((back): (readonly [number, number])[] => {
    const waves = Array.from({ length: harmonics }, (_, wave) => 2 * Math.PI * (wave + 1) * time(back));
    return [1, ...waves.flatMap((angle) => [Math.sin(angle), Math.cos(angle)])].map((value, i) => [i, value] as const);
  });
  return {
    back: Int32Array.from(backs),
    withTrend: designOf(
      seasonal.map((row, i): DesignRow => [...row, [columns, time(backs[i] ?? 0)]]),
      columns + 1,
    ),
    withoutTrend: designOf(seasonal, columns),
    years,
  };
}
