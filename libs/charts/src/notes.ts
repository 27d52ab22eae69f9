import { type Look, fontFamily } from './look.ts';
import { withAlpha } from './palette.ts';

/** Something that happened in a bucket and belongs beside its figure: a holiday, a change of classification. */
export interface ChartNote {
  readonly at: string;
  readonly text: string;
}

/** About so many words find room above a chart; the others keep their line and are told by the tooltip. */
const WORDS = 12;
/** Characters of a word above the chart. */
const WORD_LENGTH = 6;

/** The texts of each bucket that has any. */
export function notesByBucket(notes: readonly ChartNote[]): Map<string, string[]> {
  const byBucket = new Map<string, string[]>();
  for (const { at, text } of notes) byBucket.set(at, [...new Set([...(byBucket.get(at) ?? []), text])]);
  return byBucket;
}

/** The word above each bucket's line, or '' where the one before stands too near. */
export function noteWords(at: readonly string[], notes: readonly ChartNote[]): (string | null)[] {
  const byBucket = notesByBucket(notes);
  const gap = Math.ceil(at.length / WORDS);
  let last = -gap;
  return at.map((bucket, index) => {
    const [text, ...others] = byBucket.get(bucket) ?? [];
    if (text === undefined) return null;
    if (index - last < gap) return '';
    last = index;
    return shortened(text) + (others.length > 0 ? ` +${others.length}` : '');
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
  look: Pick<Look<never>, 'palette'>,
  { xAxisIndex, yAxisIndex }: { readonly xAxisIndex: number; readonly yAxisIndex: number },
) {
  const { ink3, border } = look.palette;
  return {
    id: 'notes',
    type: 'bar' as const,
    ...{ xAxisIndex, yAxisIndex, barWidth: 1, silent: true, animation: false, z: 1 },
    tooltip: { show: false },
    itemStyle: { color: withAlpha(border, 0.5) },
    data: noteWords(at, notes).map((word) => {
      if (word === null) return null;
      const label = { show: word !== '', position: 'top' as const, distance: 3, color: ink3, fontSize: 11, fontFamily };
      return { value: 1, label: { ...label, formatter: () => word } };
    }),
  };
}
