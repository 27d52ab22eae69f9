/** A spark line as SVG paths inside `width` × `height`; a null is a gap, and the last known point is marked. */
export interface Spark {
  /** `d` of the line; empty when fewer than two neighbouring points are known. */
  readonly path: string;
  readonly last: { readonly x: number; readonly y: number } | null;
}

/**
 * Shape  oldest first, evenly spaced; the vertical axis starts at zero, as every count's does.
 * Edges  all null gives an empty path and no dot; all zero a line along the foot.
 */
export function sparkShape(values: readonly (number | null)[], width: number, height: number, pad = 2): Spark {
  const top = Math.max(0, ...values.map((value) => value ?? 0));
  const step = values.length > 1 ? (width - 2 * pad) / (values.length - 1) : 0;
  const x = (index: number) => round(pad + index * step);
  const y = (value: number) => round(height - pad - (top === 0 ? 0 : (value / top) * (height - 2 * pad)));

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

const round = (value: number) => Math.round(value * 100) / 100;
