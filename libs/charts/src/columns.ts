import { type Palette, withAlpha } from './palette.ts';

const ON = 1;
const column = (id: string, flags: readonly boolean[]) => ({
  id,
  type: 'bar' as const,
  yAxisIndex: 1,
  barWidth: '100%',
  barGap: '-100%',
  silent: true,
  animation: false,
  tooltip: { show: false },
  data: flags.map((flag) => (flag ? ON : null)),
});

/** The chosen period behind the data: the accent, barely there. */
export const selectedColumns = (flags: readonly boolean[], palette: Palette) => ({
  ...column('selected', flags),
  z: 0,
  itemStyle: { color: withAlpha(palette.accent, 0.07) },
});

/** A bucket that has not ended: hatched grey, so that nobody reads its value as a fall. */
export const unfinishedColumns = (flags: readonly boolean[], palette: Palette) => ({
  ...column('unfinished', flags),
  z: 1,
  itemStyle: {
    color: withAlpha(palette.ink3, 0.06),
    decal: {
      symbol: 'rect',
      color: withAlpha(palette.ink3, 0.28),
      dashArrayX: [1, 0],
      dashArrayY: [1, 6],
      rotation: -Math.PI / 4,
    },
  },
});

/** A bucket without data: hatched the other way and denser, so that an empty stretch is neither zero nor still running. */
export const noDataColumns = (flags: readonly boolean[], palette: Palette) => ({
  ...column('no-data', flags),
  z: 1,
  itemStyle: {
    color: withAlpha(palette.ink3, 0.1),
    decal: {
      symbol: 'rect',
      color: withAlpha(palette.ink3, 0.4),
      dashArrayX: [1, 0],
      dashArrayY: [1, 4],
      rotation: Math.PI / 4,
    },
  },
});

/** The stretch of buckets under the reader's brush. */
export const brushedColumns = (
  at: readonly string[],
  brushed: readonly [number, number] | undefined,
  palette: Palette,
) => ({
  ...column(
    'brushed',
    at.map((_, index) => brushed !== undefined && index >= brushed[0] && index <= brushed[1]),
  ),
  z: 0,
  itemStyle: { color: withAlpha(palette.accent, 0.14) },
});
