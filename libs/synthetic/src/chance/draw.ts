import type { Chance } from './chance.ts';

/** Draws one of `values` by weight, in constant time whatever their number. */
export type Draw<T> = (chance: Chance) => T;

/**
 * Walker's alias method in Vose's form: two tables made once, one random number a draw.
 * Weights need not add up to 1; none may be negative. Source: Vose (1991), IEEE TSE 17(9), 972–975.
 */
export function drawFrom<T>(values: readonly T[], weights: readonly number[]): Draw<T> {
  const size = values.length;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const keep = weights.map((weight) => (weight * size) / total);
  const alias = keep.map((_, index) => index);
  const small = alias.filter((index) => (keep[index] ?? 0) < 1);
  const large = alias.filter((index) => (keep[index] ?? 0) >= 1);
  while (small.length > 0 && large.length > 0) {
    const less = small.pop() as number;
    const more = large[large.length - 1] as number;
    alias[less] = more;
    keep[more] = (keep[more] ?? 0) - (1 - (keep[less] ?? 0));
    if ((keep[more] ?? 0) < 1) small.push(large.pop() as number);
  }
  // What is left over is 1 up to rounding.
  for (const index of [...small, ...large]) keep[index] = 1;
  return (chance) => {
    const point = chance.float() * size;
    const index = Math.floor(point);
    const chosen = point - index < (keep[index] as number) ? index : (alias[index] as number);
    return values[chosen] as T;
  };
}

/** `drawFrom` on a record of weights. */
export function drawKey<K extends string>(weights: Readonly<Record<K, number>>): Draw<K> {
  const keys = Object.keys(weights) as K[];
  return drawFrom(
    keys,
    keys.map((key) => weights[key]),
  );
}
