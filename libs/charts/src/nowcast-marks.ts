import type { Look } from './look.ts';
import { withAlpha } from './palette.ts';

interface Nowcasted {
  /** The count in the end, where late reports are still to come. */
  readonly nowcast?: { readonly expected: number; readonly lower: number; readonly upper: number } | undefined;
}

/** Where buckets that still come in will end: hollow points on a grey band; nothing where all has come. */
export function nowcastMarks(points: readonly Nowcasted[], look: Look<'nowcast'>) {
  if (points.every(({ nowcast }) => nowcast === undefined)) return [];
  const { ink3 } = look.palette;
  const part = (id: string, of: (it: NonNullable<Nowcasted['nowcast']>) => number) => ({
    ...{ id, type: 'line' as const, symbol: 'none', silent: true, stack: 'nowcast', z: 1, lineStyle: { opacity: 0 } },
    data: points.map(({ nowcast }) => ({ value: nowcast === undefined ? null : of(nowcast) })),
  });
  return [
    part('nowcast-lower', ({ lower }) => lower),
    {
      ...part('nowcast-band', ({ lower, upper }) => upper - lower),
      areaStyle: { color: withAlpha(ink3, 0.2), opacity: 1 },
    },
    {
      ...part('nowcast', ({ expected }) => expected),
      ...{
        stack: undefined,
        name: look.words.nowcast,
        z: 5,
        symbol: 'emptyCircle',
        symbolSize: 7,
        showAllSymbol: true,
      },
      ...{ showSymbol: true, itemStyle: { color: ink3 } },
    },
  ];
}
