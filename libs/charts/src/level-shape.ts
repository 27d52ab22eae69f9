import type { Level } from '@tocsin/contracts';

/**
 * A level's shape, so that no meaning hangs on colour alone: ● blue, ▲ yellow, ◆ orange, ■ red.
 * `symbol` is ECharts' name; `size` in pixels makes the four look equally heavy (a square of the same side as a
 * diamond looks larger).
 */
export const levelShapes: Readonly<Record<Level, { mark: string; symbol: string; size: number }>> = {
  blue: { mark: '●', symbol: 'circle', size: 10 },
  yellow: { mark: '▲', symbol: 'triangle', size: 12 },
  orange: { mark: '◆', symbol: 'diamond', size: 14 },
  red: { mark: '■', symbol: 'rect', size: 10 },
};

/** Rising order; the index is the rank. */
const ranks: readonly Level[] = ['blue', 'yellow', 'orange', 'red'];

/** Negative when `a` is the lower level. */
export const compareLevels = (a: Level, b: Level): number => ranks.indexOf(a) - ranks.indexOf(b);
