/** How far a figure lies from what was expected of it, and why it may not be said. */
export type Departure =
  | { readonly kind: 'known'; readonly size: number; readonly step: number }
  | { readonly kind: 'few' }
  | { readonly kind: 'unknown' };

export interface Observed {
  readonly value: number | null;
  readonly expected: number | null;
  /** How many cases the figure is made of; unknown where nobody counted them. */
  readonly cases: number | undefined;
  /** How often a count comes so far from its expectation when nothing has changed, where that was worked out. */
  readonly chance?: number | null | undefined;
  /** Shares in per cent depart by points, counts and rates by their ratio to the expectation. */
  readonly kind: 'count' | 'rate' | 'share';
}

/** Fewer cases than this, observed and expected, say nothing: one more or less would paint a region. */
export const FEWEST_CASES = 10;

/** Two counts that lie nearer than so many standard deviations of their difference (√(a + b), as Poisson) may be equal. */
const CHANCE = 2;
/** What comes more often than this by chance is not painted as if it were news. */
const RARE = 0.05;

/** Upper edges of the middle, the pale and the clear step, as a share of the expectation. */
export const departureEdges: readonly [number, number, number] = [0.1, 0.25, 0.5];
/** The same for shares in per cent, in points ÷ 100. */
export const pointEdges: readonly [number, number, number] = [0.01, 0.03, 0.06];

/**
 * The departure of an observed figure: (observed − expected) ÷ expected, for shares the difference ÷ 100, with its
 * colour step −3 … 3. Few where fewer than `FEWEST_CASES` cases are behind it, of a count observed and expected alike;
 * unknown where either figure is, and where nothing was expected. A count whose departure may be chance alone gets the pale
 * step, however large its share.
 */
export function departure({ value, expected, cases, chance, kind }: Observed): Departure {
  if (value === null || expected === null) return { kind: 'unknown' };
  const weight = kind === 'count' ? Math.max(value, expected) : cases;
  if (weight !== undefined && weight < FEWEST_CASES) return { kind: 'few' };
  if (kind === 'share') return known((value - expected) / 100, pointEdges);
  if (expected === 0) return { kind: 'unknown' };
  const found = known((value - expected) / expected, departureEdges);
  const isNear = Math.abs(value - expected) < CHANCE * Math.sqrt(value + expected);
  const mayBeChance = typeof chance === 'number' ? chance > RARE : isNear;
  return kind === 'count' && mayBeChance ? { ...found, step: Math.sign(found.step) } : found;
}

function known(size: number, edges: readonly [number, number, number]) {
  const passed = edges.filter((edge) => Math.abs(size) > edge).length;
  return { kind: 'known' as const, size, step: passed === 0 ? 0 : Math.sign(size) * passed };
}

/**
 * What a cell of a table of counts would hold if its row and its column had nothing to do with each other: row × column ÷
 * whole. Absent cells hold none.
 */
export function independent(
  cells: readonly { readonly row: string; readonly column: string; readonly value: number | null }[],
): (row: string, column: string) => number | null {
  const rows = new Map<string, number>();
  const columns = new Map<string, number>();
  let whole = 0;
  for (const { row, column, value } of cells) {
    rows.set(row, (rows.get(row) ?? 0) + (value ?? 0));
    columns.set(column, (columns.get(column) ?? 0) + (value ?? 0));
    whole += value ?? 0;
  }
  return (row, column) => (whole === 0 ? null : ((rows.get(row) ?? 0) * (columns.get(column) ?? 0)) / whole);
}
