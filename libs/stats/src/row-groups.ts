/**
 * The rows of a design by what they have in common: rows that are 1 in the same columns make a group ("an ordinary
 * Tuesday"), and within it they differ only in a few columns of other values ("the trend, the season").
 *
 * Shape   `rows` lists the rows group by group; group g owns the places starts[g] … starts[g + 1] − 1 of it. `ones` are the
 *         columns in which its rows are 1. `slopes` are the other columns, and x1, x2, x3 their values, one for each row in
 *         the design's own order; those that a design lacks are 0.
 * Why     sums over rows of (1, x)ᵀ(1, x) for each group are all that a regression needs: ten sums a row in registers, in
 *         place of one for each pair of columns in memory.
 */
export interface RowGroups {
  readonly rows: Int32Array;
  readonly starts: Int32Array;
  readonly ones: readonly Int32Array[];
  /** The group of each row. */
  readonly groupOf: Int32Array;
  readonly slopes: Int32Array;
  readonly x1: Float64Array;
  readonly x2: Float64Array;
  readonly x3: Float64Array;
}

const MOST_SLOPES = 3;
/** With fewer rows a group than this, adding up the groups costs more than it saves. */
const FEWEST_ROWS = 4;

type Rows = readonly (readonly (readonly [column: number, value: number])[])[];

/** The groups of these rows; undefined where the rows have too little in common to be worth it. */
export function rowGroups(rows: Rows): RowGroups | undefined {
  const slopes = Int32Array.from(new Set(rows.flatMap((row) => row.filter(isSlope).map(([column]) => column)))).sort();
  if (slopes.length > MOST_SLOPES) return undefined;
  const groups = new Map<string, { readonly place: number; readonly ones: Int32Array; readonly rows: number[] }>();
  const groupOf = Int32Array.from(rows, (row, i) => {
    const ones = row.map(([column]) => column).filter((column) => !slopes.includes(column));
    const key = ones.join(' ');
    const group = groups.get(key) ?? { place: groups.size, ones: Int32Array.from(ones), rows: [] };
    groups.set(key, group);
    group.rows.push(i);
    return group.place;
  });
  if (groups.size * FEWEST_ROWS > rows.length) return undefined;
  const all = [...groups.values()];
  const starts = new Int32Array(all.length + 1);
  all.forEach((group, g) => (starts[g + 1] = (starts[g] ?? 0) + group.rows.length));
  const valuesOf = (slope: number | undefined) =>
    Float64Array.from(rows, (row) => row.find(([column]) => column === slope)?.[1] ?? 0);
  return {
    rows: Int32Array.from(all.flatMap((group) => group.rows)),
    starts,
    ones: all.map(({ ones }) => ones),
    groupOf,
    slopes,
    x1: valuesOf(slopes[0]),
    x2: valuesOf(slopes[1]),
    x3: valuesOf(slopes[2]),
  };
}

const isSlope = ([, value]: readonly [number, number]) => value !== 1;
