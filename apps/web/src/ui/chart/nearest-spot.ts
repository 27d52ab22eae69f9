import type { ChartSpot } from './chart-spot.ts';

/** What is asked of a chart: where a value of a series lies, and which value lies where. */
export interface Measured {
  convertFromPixel(finder: { xAxisIndex: number }, value: number): unknown;
  convertToPixel(finder: { seriesId: string }, value: [number, number]): unknown;
}

/** A series of an option as far as its marks are concerned. */
export interface PlacedSeries {
  readonly id: string;
  readonly stack?: string;
  readonly data: readonly ({ readonly value: number | null } | number | null)[];
}

/** Ours all are: each has an id and its data. */
export const isPlaced = (series: unknown): series is PlacedSeries =>
  typeof series === 'object' && series !== null && 'id' in series && 'data' in series;

export const valueAt = ({ data }: PlacedSeries, index: number): number | null => {
  const item = data[index];
  return typeof item === 'object' ? (item?.value ?? null) : (item ?? null);
};

/** The bucket under a pixel, or undefined beside the plot. */
export function bucketAt(chart: Measured, x: number, buckets: number): number | undefined {
  const index = Math.round(Number(chart.convertFromPixel({ xAxisIndex: 0 }, x)));
  return Number.isFinite(index) && index >= 0 && index < buckets ? index : undefined;
}

/**
 * The mark nearest to a pixel: its bucket, and of the series that a reader may walk over the one whose value there is
 * nearest; of a stack the part that holds the pixel.
 */
export function nearestSpot(
  chart: Measured,
  series: readonly PlacedSeries[],
  buckets: number,
  { x, y }: { readonly x: number; readonly y: number },
): ChartSpot | undefined {
  const index = bucketAt(chart, x, buckets);
  if (index === undefined) return undefined;
  let below = 0;
  let best: { id: string; distance: number } | undefined;
  for (const one of series) {
    const value = valueAt(one, index);
    if (value === null) continue;
    const top = one.stack === undefined ? value : (below += value);
    const at = chart.convertToPixel({ seriesId: one.id }, [index, top]);
    const height = Array.isArray(at) ? Number(at[1]) : Number.NaN;
    // of a stack the first part whose upper edge lies above the pixel
    const distance = one.stack === undefined ? Math.abs(height - y) : height <= y ? 0 : height - y + 1;
    if (best === undefined || distance < best.distance) best = { id: one.id, distance };
  }
  return { index, seriesId: best?.id };
}
