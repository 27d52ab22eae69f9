import type { Palette } from './palette.ts';

/** How one of several series is told from the others. */
export interface SeriesStyle {
  readonly colour: string;
  /** Beyond four colours the eye needs a second sign. */
  readonly dash: readonly number[] | 'solid';
}

const DASHES: readonly (readonly number[])[] = [
  [6, 3],
  [2, 3],
  [8, 3, 2, 3],
];
/** What all others come to, whatever the dimension. */
export const REST = '…';

/**
 * A style for each code. A code's colour follows from its place in `known` (the dimension's whole list), so that it keeps
 * it from page to page; where two of those shown would share one, the later takes the next that is free. The rest is grey.
 */
export function seriesStyles(
  codes: readonly string[],
  known: readonly string[],
  palette: Palette,
): Map<string, SeriesStyle> {
  const { series, ink3 } = palette;
  const taken = new Set<number>();
  const place = (code: string, index: number) => {
    const home = known.indexOf(code);
    const first = (home < 0 ? index : home) % series.length;
    const steps = series.map((_, step) => (first + step) % series.length);
    return steps.find((step) => !taken.has(step)) ?? first;
  };
  return new Map(
    codes.map((code, index): [string, SeriesStyle] => {
      if (code === REST) return [code, { colour: ink3, dash: [4, 3] }];
      const colour = place(code, index);
      taken.add(colour);
      return [
        code,
        { colour: series[colour] ?? ink3, dash: index < 4 ? 'solid' : (DASHES[(index - 4) % 3] ?? 'solid') },
      ];
    }),
  );
}
