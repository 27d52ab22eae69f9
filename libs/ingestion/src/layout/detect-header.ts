/** Where a table begins among the first rows of a file. */
export interface HeaderFound {
  /** Place of the header among the rows; −1: the table has none. */
  readonly header: number;
  /** Place of the first row of the table's body. */
  readonly body: number;
  readonly width: number;
}

/**
 * Finds the row that names the columns: the first row as wide as the table whose cells are all names. Rows above it that
 * are narrower are titles. A table without one begins with a row whose cells look like those below it (numbers and dates
 * where the others have numbers and dates). `rows` are the first rows, blank ones with no cells.
 */
export function detectHeader(rows: readonly (readonly string[])[]): HeaderFound {
  const width = tableWidth(rows);
  const first = rows.findIndex((row) => isTabular(row, width));
  if (first < 0) return { header: -1, body: 0, width };
  const row = rows[first] ?? [];
  const below = rows.slice(first + 1).filter((one) => one.length === row.length && isTabular(one, width));
  const named = isHeader(row, below);
  return { header: named ? first : -1, body: named ? first + 1 : first, width };
}

/** Cells of the rows that make the table: of most rows with more than one cell, empty ones at the end counted. */
function tableWidth(rows: readonly (readonly string[])[]): number {
  const times = new Map<number, number>();
  for (const { length } of rows) if (length > 1) times.set(length, (times.get(length) ?? 0) + 1);
  const [width] = [...times].sort(([a, x], [b, y]) => y - x || b - a)[0] ?? [1];
  return width;
}

/** As wide as the table and filled in at least two places (one, where the table has but one column). */
const isTabular = (row: readonly string[], width: number) =>
  row.length === width && row.filter((cell) => cell !== '').length >= Math.min(2, width);

function isHeader(row: readonly string[], below: readonly (readonly string[])[]): boolean {
  const filled = row.filter((cell) => cell !== '');
  if (filled.some((cell) => cell.length > 80 || /[\r\n]{2}/.test(cell))) return false;
  if (below.length === 0) return filled.every((cell) => shapeOf(cell) === 'text');
  let names = 0;
  let values = 0;
  row.forEach((cell, column) => {
    const shapes = below.map((one) => shapeOf(one[column] ?? '')).filter((shape) => shape !== 'empty');
    const typed = shapes.filter((shape) => shape !== 'text').length;
    if (shapes.length === 0 || typed * 2 < shapes.length || cell === '') return;
    if (shapeOf(cell) === 'text') names += 1;
    else values += 1;
  });
  // A year is a name where all its neighbours are years (2017年, 2016 …): what decides is whether names prevail.
  if (names + values > 0) return names >= values || years(filled);
  const unlikely = below.some((one) => one.some((cell, column) => cell !== '' && cell === row[column]));
  return !unlikely && new Set(filled).size === filled.length;
}

const years = (cells: readonly string[]) =>
  cells.filter((cell) => /^(?:19|20)\d{2}年?$/.test(cell)).length >= cells.length - 2 && cells.length > 2;

/** What a cell looks like; identifiers with letters are text. */
export function shapeOf(cell: string): 'empty' | 'number' | 'date' | 'text' {
  if (cell === '') return 'empty';
  if (/^[+-]?[\d,\uFF0C]*\.?\d+%?$/.test(cell)) return 'number';
  return /^\d{1,4}[-/.年]\d{1,2}[-/.月]\d{1,4}日?(?:[ T]\d{1,2}:\d{2}.*)?$/.test(cell) ? 'date' : 'text';
}
