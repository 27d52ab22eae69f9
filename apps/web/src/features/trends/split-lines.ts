import { REST, type SplitLine, type SplitPoint, type SeriesStyle } from '@tocsin/charts';
import type { Grain } from '@tocsin/contracts';
import type { SeriesPoint } from '../figures/figures-api.ts';
import { bucketEnd } from '../figures/grain.ts';

export interface SplitFigures {
  readonly at: readonly string[];
  /** Split codes, the largest first, what was added up last. */
  readonly codes: readonly string[];
  readonly points: ReadonlyMap<string, readonly SplitPoint[]>;
}

const GAP: SplitPoint = { value: null, compared: null, complete: true };

/**
 * One series by bucket and split as a row of points for each value. A bucket that reaches past `edge` (the first day
 * without data) is unfinished whatever the server's clock says. Values are ordered by what they come to.
 */
export function splitFigures(series: readonly SeriesPoint[], grain: Grain, edge: string): SplitFigures {
  const at = [...new Set(series.map((point) => point.at))].sort();
  const place = new Map(at.map((bucket, index) => [bucket, index]));
  const points = new Map<string, SplitPoint[]>();
  const sums = new Map<string, number>();
  for (const { at: bucket, split, value, compared, complete } of series) {
    const row = points.get(split) ?? at.map(() => GAP);
    row[place.get(bucket) ?? 0] = { value, compared, complete: complete && bucketEnd(grain, bucket) <= edge };
    points.set(split, row);
    sums.set(split, (sums.get(split) ?? 0) + (value ?? 0));
  }
  const size = (code: string) => (code === REST ? -1 : (sums.get(code) ?? 0));
  const codes = [...points.keys()].sort((a, b) => size(b) - size(a) || (a < b ? -1 : 1));
  return { at, codes, points };
}

/** The figures as lines to draw. */
export const splitLines = (
  { codes, points }: SplitFigures,
  name: (code: string) => string,
  styles: ReadonlyMap<string, SeriesStyle>,
  fallback: SeriesStyle,
): SplitLine[] =>
  codes.map((code) => ({
    id: code,
    name: name(code),
    style: styles.get(code) ?? fallback,
    points: points.get(code) ?? [],
  }));
