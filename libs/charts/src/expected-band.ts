import type { Look } from './look.ts';
import { withAlpha } from './palette.ts';

interface Banded {
  /** Counts between which the bucket should lie; absent where nothing could be expected. */
  readonly band?: { readonly lower: number; readonly upper: number } | undefined;
}

/** The accent at 14 % behind the data, with an edge; nothing at all where no bucket has a band. */
export function expectedBand(points: readonly Banded[], look: Look<'expected'>) {
  if (points.every(({ band }) => band === undefined)) return [];
  const { accent } = look.palette;
  const edge = {
    ...{ type: 'line' as const, symbol: 'none', silent: true, stack: 'expected', z: 1 },
    ...{ lineStyle: { color: withAlpha(accent, 0.35), width: 1 }, itemStyle: { color: accent } },
  };
  return [
    { ...edge, id: 'expected-lower', data: points.map(({ band }) => ({ value: band?.lower ?? null })) },
    {
      ...{ ...edge, id: 'expected', name: look.words.expected },
      areaStyle: { color: withAlpha(accent, 0.14), opacity: 1 },
      data: points.map(({ band }) => ({ value: band === undefined ? null : band.upper - band.lower })),
    },
  ];
}
