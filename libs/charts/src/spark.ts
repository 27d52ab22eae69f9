/** A spark line as SVG paths inside `width` × `height`; a null is a gap, and the last known point is marked. */
export interface Spark {
  /** `d` of the line; empty when fewer than two neighbouring points are known. */
  readonly path: string;
  readonly last: { readonly x: number; readonly y: number } | null;
}

/** The height shows at least this share of the largest value, so that a calm series looks calm. */
const LEAST_SPAN = 0.3;

/**
 * Shape  oldest first, evenly spaced.
 * Scale  from the smallest to the largest value, a spark having no axis to read from, but never less than 30 % of the
 *        largest and never below zero: 96 % and 97 % must not look like a leap.
 * Edges  all null gives an empty path and no dot; all zero a line along the foot.
 */
export function sparkShape(values: readonly (number | null)[], width: number, height: number, pad = 2): Spark {
  const { low, high } = range(values.filter((value): value is number => value !== null));
  const step = values.length > 1 ? (width - 2 * pad) / (values.length - 1) : 0;
  const x = (index: number) => round(pad + index * step);
  const y = (value: number) =>
    round(height - pad - (high === low ? 0 : (value - low) / (high - low)) * (height - 2 * pad));

  let path = '';
  values.forEach((value, index) => {
    if (value === null) return;
    const joins = index > 0 && values[index - 1] !== null;
    path += `${joins ? 'L' : 'M'}${x(index)} ${y(value)}`;
  });
  const lastIndex = values.findLastIndex((value) => value !== null);
  const last = lastIndex < 0 ? null : { x: x(lastIndex), y: y(values[lastIndex] ?? 0) };
  return { path: path.includes('L') ? path : '', last };
}

function range(known: readonly number[]): { low: number; high: number } {
  if (known.length === 0) return { low: 0, high: 0 };
  const most = Math.max(...known);
  const least = Math.min(...known);
  const missing = Math.max(0, most * LEAST_SPAN - (most - least));
  const low = Math.max(0, least - missing / 2);
  return { low, high: Math.max(most, low + most * LEAST_SPAN) };
}

const round = (value: number) => Math.round(value * 100) / 100;
