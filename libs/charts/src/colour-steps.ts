/**
 * Upper edges of the first four of five colour steps, rounded to figures that a reader can keep in mind.
 *
 * Complaints are skewed: a few provinces hold most of them, and equal steps would paint all others alike. So the edges
 * are the quintiles of the distinct positive values. Fewer than five distinct values give fewer edges.
 */
export function colourEdges(values: readonly (number | null)[]): number[] {
  const known = [...new Set(values.filter((value): value is number => value !== null && value > 0))].sort(
    (a, b) => a - b,
  );
  if (known.length < 2) return [];
  const edges = [0.2, 0.4, 0.6, 0.8].map((share) => rounded(known[Math.floor(share * (known.length - 1))] ?? 0));
  return [...new Set(edges)];
}

/** Which step a value falls in: 0 (lowest, and every zero) … 4. With fewer edges the steps spread over the whole scale. */
export function colourStep(value: number, edges: readonly number[]): number {
  if (value <= 0) return 0;
  const passed = edges.filter((edge) => value > edge).length;
  return edges.length === 0 ? 2 : Math.round((passed / edges.length) * 4);
}

/** Two significant figures. */
const rounded = (value: number) => (value === 0 ? 0 : Number(value.toPrecision(2)));
