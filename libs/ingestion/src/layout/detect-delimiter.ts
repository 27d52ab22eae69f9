import { forEachCsvRecord } from '../parse/csv-records.ts';

/** Characters that stand between cells, the usual ones first: where two fit equally well the earlier is taken. */
export const delimiters = [',', '\t', ';', '|', '\u0001', '^', '~', ':'] as const;

export interface DelimiterFit {
  readonly delimiter: string;
  /** Cells of most rows. */
  readonly width: number;
  /** Share of the rows, blank ones and notes of a single cell apart, that have that many. */
  readonly share: number;
}

/** Rows looked at. */
const ROWS = 200;

/**
 * Which character stands between cells: the one that cuts the rows of `text` most evenly into most cells. `text` begins
 * with a row and holds at least one; its last row may be cut off and does not count unless it is the only one.
 */
export function detectDelimiter(text: string): DelimiterFit {
  const fits = delimiters.map((delimiter) => fitOf(text, delimiter)).filter(({ width }) => width > 1);
  const best = fits.reduce<DelimiterFit | undefined>(
    (found, fit) => (found === undefined || scoreOf(fit) > scoreOf(found) ? fit : found),
    undefined,
  );
  return best ?? { delimiter: ',', width: 1, share: 1 };
}

/** Evenness counts most; a colon cuts times apart, so a few more cells must not beat evenness. */
const scoreOf = ({ width, share, delimiter }: DelimiterFit) =>
  share * Math.log2(1 + width) * (delimiter === ':' || delimiter === '~' || delimiter === '^' ? 0.5 : 1);

function fitOf(text: string, delimiter: string): DelimiterFit {
  const widths = rowsOf(text, delimiter, ROWS).map(({ length }) => length);
  const counted = widths.length > 1 ? widths.slice(0, -1) : widths;
  const tabular = counted.filter((width) => width > 1);
  const times = new Map<number, number>();
  for (const width of tabular) times.set(width, (times.get(width) ?? 0) + 1);
  const [width, rows] = [...times].sort(([a, x], [b, y]) => y - x || b - a)[0] ?? [1, 0];
  const filled = counted.filter((one) => one > 0).length;
  return { delimiter, width, share: filled === 0 ? 0 : rows / filled };
}

/** The first rows of a text, cells trimmed; a blank line is a row without cells. */
export function rowsOf(text: string, delimiter: string, most: number): string[][] {
  const rows: string[][] = [];
  const head = text.length > 400_000 ? text.slice(0, 400_000) : text;
  forEachCsvRecord(head, delimiter, (cells, count) => {
    if (rows.length < most) rows.push(cells.slice(0, count).map((cell) => cell.trim()));
  });
  return rows;
}
