import { type Look, fontFamily } from './look.ts';
import { withAlpha } from './palette.ts';

/** Something that happened in a bucket and belongs beside its figure: a holiday, a change of classification. */
export interface ChartNote {
  readonly at: string;
  readonly text: string;
}

/** Characters of a word above the chart. */
const WORD_LENGTH = 6;

/** The texts of each bucket that has any. */
export function notesByBucket(notes: readonly ChartNote[]): Map<string, string[]> {
  const byBucket = new Map<string, string[]>();
  for (const { at, text } of notes) byBucket.set(at, [...new Set([...(byBucket.get(at) ?? []), text])]);
  return byBucket;
}

/** Pixels of a character above the chart; Latin ones are narrower. */
const CHARACTER = 11;
/** A plot of which nothing else is known. */
const USUAL_WIDTH = 700;

/**
 * The word above each bucket's line in a plot of `width` pixels; '' where the one before leaves no room: then the line stands
 * alone, and the tooltip tells.
 */
export function noteWords(at: readonly string[], notes: readonly ChartNote[], width = USUAL_WIDTH): (string | null)[] {
  const byBucket = notesByBucket(notes);
  const step = width / Math.max(1, at.length);
  let taken = Number.NEGATIVE_INFINITY;
  return at.map((bucket, index) => {
    const [text, ...others] = byBucket.get(bucket) ?? [];
    if (text === undefined) return null;
    const word = shortened(text) + (others.length > 0 ? ` +${others.length}` : '');
    const half = (word.length * CHARACTER) / 2;
    const centre = (index + 0.5) * step;
    if (centre - half < taken) return '';
    taken = centre + half + CHARACTER / 2;
    return word;
  });
}

const shortened = (text: string) => (text.length > WORD_LENGTH ? `${text.slice(0, WORD_LENGTH - 1)}…` : text);

/** A hidden axis of the same buckets: bars of another width may stand on it. */
export const hiddenBuckets = (id: string, at: readonly string[]) => ({
  id,
  type: 'category' as const,
  data: [...at],
  show: false,
});

/** Thin verticals with a word, on the hidden axis `xAxisIndex` and the 0–1 axis `yAxisIndex`. */
export function noteLines(
  at: readonly string[],
  notes: readonly ChartNote[],
  look: Pick<Look<never>, 'palette'> & { readonly width?: number },
  { xAxisIndex, yAxisIndex }: { readonly xAxisIndex: number; readonly yAxisIndex: number },
) {
  const { ink3, border } = look.palette;
  return {
    id: 'notes',
    type: 'bar' as const,
    ...{ xAxisIndex, yAxisIndex, barWidth: 1, silent: true, animation: false, z: 1 },
    tooltip: { show: false },
    itemStyle: { color: withAlpha(border, 0.5) },
    data: noteWords(at, notes, look.width).map((word) => {
      if (word === null) return null;
      const label = { show: word !== '', position: 'top' as const, distance: 3, color: ink3, fontSize: 11, fontFamily };
      return { value: 1, label: { ...label, formatter: () => word } };
    }),
  };
}
