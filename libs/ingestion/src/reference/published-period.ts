/** Days `from ≤ day < until`. */
export interface PublishedPeriod {
  readonly from: string;
  readonly until: string;
}

const pad = (number: number): string => String(number).padStart(2, '0');
/** The first day of a month counted from January of `year`; 13 is the next January. */
const monthStart = (year: number, month: number): string =>
  `${year + Math.floor((month - 1) / 12)}-${pad(((month - 1) % 12) + 1)}-01`;

const PATTERNS: readonly [RegExp, (a: number, b: number) => readonly [first: number, months: number]][] = [
  [/^(\d{4})(?:FY)?$/, () => [1, 12]],
  [/^(\d{4})H([12])$/, (half) => [half * 6 - 5, 6]],
  [/^(\d{4})Q([1-4])$/, (quarter) => [quarter * 3 - 2, 3]],
  [/^(\d{4})Q([1-4])-Q([1-4])$/, (first, last) => [first * 3 - 2, (last - first + 1) * 3]],
  [/^(\d{4})[-M](\d{2})$/, (month) => [month, 1]],
  [/^(\d{4})M(\d{2})-M(\d{2})$/, (first, last) => [first, last - first + 1]],
];

/**
 * The days of a period as bulletins and reports write it: `2024FY` or `2024`, `2024H1`, `2022Q2`, `2016Q1-Q3`,
 * `2021-07`, `2024M01-M02`, `2016-07-06`. Undefined for anything else.
 */
export function publishedPeriod(text: string): PublishedPeriod | undefined {
  for (const [pattern, months] of PATTERNS) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const year = Number(match[1]);
    const [first, count] = months(Number(match[2] ?? 0), Number(match[3] ?? 0));
    if (first < 1 || first > 12 || count < 1 || first + count > 13) return undefined;
    return { from: monthStart(year, first), until: monthStart(year, first + count) };
  }
  return oneDay(text);
}

function oneDay(text: string): PublishedPeriod | undefined {
  if (!isDay(text)) return undefined;
  return { from: text, until: new Date(Date.parse(text) + 86_400_000).toISOString().slice(0, 10) };
}

/** Whether the text is a day that exists, `2026-02-28`. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(Date.parse(text)).toISOString().startsWith(text);
