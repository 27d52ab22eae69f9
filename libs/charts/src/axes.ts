import type { Look } from './look.ts';

/** A category axis of buckets: labels thinned, no ticks, one hairline. */
export const bucketAxis = (at: readonly string[], look: Look<never>) => ({
  id: 'buckets',
  type: 'category' as const,
  data: [...at],
  axisTick: { show: false },
  axisLine: { lineStyle: { color: look.palette.line } },
  axisLabel: {
    color: look.palette.ink3,
    fontSize: 12,
    hideOverlap: true,
    margin: 10,
    interval: tickInterval(at.length),
    formatter: look.tick,
  },
});

/** Counts from zero, with light horizontal rules and no line of its own. */
export const countAxis = (look: Look<never>) => ({
  id: 'counts',
  type: 'value' as const,
  min: 0,
  minInterval: 1,
  splitNumber: 4,
  axisLabel: { color: look.palette.ink3, fontSize: 12, margin: 10, formatter: look.number },
  splitLine: { lineStyle: { color: look.palette.line, width: 1 } },
});

/** A hidden 0–1 axis: full-height columns behind the data stand on it. */
export const columnAxis = () => ({ id: 'columns', type: 'value' as const, min: 0, max: 1, show: false });

/** Labels stand on every n-th bucket so that about eight are left; 0 shows each. */
export function tickInterval(buckets: number): number {
  return Math.max(0, Math.ceil(buckets / 8) - 1);
}
