import { ref, type ShallowRef } from 'vue';
import { bucketAt, type Measured } from './nearest-spot.ts';

/** A drag shorter than this is a click that shook, in pixels. */
const LEAST_DRAG = 6;

interface Brushed {
  readonly chart: Readonly<ShallowRef<Measured | null>>;
  readonly buckets: () => number;
  readonly changed: (range: readonly [number, number] | undefined) => void;
}

/** Brushing a stretch of buckets, by dragging over the plot or bucket by bucket. */
export function useBrush({ chart, buckets, changed }: Brushed) {
  const band = ref<{ left: number; width: number }>();
  let from: number | undefined;
  let anchor: number | undefined;

  const start = (x: number) => (from = x);
  const move = (x: number) => {
    if (from === undefined || Math.abs(x - from) < LEAST_DRAG) return;
    band.value = { left: Math.min(from, x), width: Math.abs(x - from) };
  };
  /** Ends a drag and says whether it was one. */
  const end = (x: number): boolean => {
    const began = from;
    const wasDrag = band.value !== undefined;
    from = undefined;
    band.value = undefined;
    if (!wasDrag || began === undefined || chart.value === null) return false;
    // a drag that ends beside the plot means the plot's edge
    const first = bucketAt(chart.value, Math.min(began, x), buckets()) ?? 0;
    const last = bucketAt(chart.value, Math.max(began, x), buckets()) ?? buckets() - 1;
    changed([first, last]);
    return true;
  };
  const extend = (at: number, to: number) => {
    anchor ??= at;
    changed([Math.min(anchor, to), Math.max(anchor, to)]);
  };
  const clear = () => {
    anchor = undefined;
    changed(undefined);
  };
  return { band, start, move, end, extend, clear };
}
