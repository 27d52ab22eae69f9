import type { Palette } from './palette.ts';

interface Point {
  readonly value: number | null;
  readonly complete: boolean;
}

/** From the last whole bucket to the running one: grey and dashed, so that nobody reads it as a fall. */
export function unfinishedLine(points: readonly Point[], name: string, palette: Palette) {
  const first = points.findIndex(({ complete }) => !complete);
  return {
    id: 'current-unfinished',
    name,
    type: 'line' as const,
    z: 3,
    symbol: 'emptyCircle',
    symbolSize: 6,
    showSymbol: true,
    showAllSymbol: true,
    lineStyle: { color: palette.ink3, width: 1.5, type: [2, 3] as number[] },
    itemStyle: { color: palette.ink3 },
    data: points.map(({ value }, index) => {
      if (first < 0 || index < first - 1) return { value: null };
      return index === first - 1 ? { value, symbol: 'none' } : { value };
    }),
  };
}
