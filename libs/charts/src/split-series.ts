import type { ChartNote } from './notes.ts';
import { notesByBucket } from './notes.ts';
import type { Look } from './look.ts';
import type { SeriesStyle } from './series-style.ts';
import { type TooltipRow, tooltipHtml } from './tooltip.ts';

/** One bucket of one series. `value` null is a gap; `immature`: late reports will still raise it. */
export interface SplitPoint {
  readonly value: number | null;
  readonly compared: number | null;
  readonly complete: boolean;
  readonly immature?: boolean;
  /** The count in the end, where late reports are still to come. */
  readonly nowcast?: { readonly expected: number; readonly lower: number; readonly upper: number } | undefined;
}

export interface SplitLine {
  readonly id: string;
  readonly name: string;
  readonly style: SeriesStyle;
  readonly points: readonly SplitPoint[];
}

/** Several series over the same buckets. */
export interface SplitSeries {
  readonly at: readonly string[];
  readonly lines: readonly SplitLine[];
  readonly notes: readonly ChartNote[];
  /** A stretch of buckets under the reader's brush, by index, both included. */
  readonly brushed?: readonly [number, number] | undefined;
}

export type SplitWord = 'unfinished' | 'immature' | 'nowcast' | 'noData' | 'compared' | 'total';
export interface SplitLook extends Look<SplitWord> {
  /** The change of a value against its comparison, in words: +12.3%. */
  readonly change: (value: number, compared: number) => string;
  readonly isCompared: boolean;
  /** The plot's size in pixels, as near as it is known: for labels that must not cover each other. */
  readonly width: number;
  readonly height: number;
  /** Whether lines are named at their ends; where not, a legend stands beside the chart. */
  readonly isNamed: boolean;
}

/** Rows that a tooltip shows before it says how many more there are. */
const TIP_ROWS = 10;

/** Whether all that is shown of a bucket is whole. */
export const isWhole = ({ lines }: SplitSeries, index: number): boolean =>
  lines.every(({ points }) => points[index]?.complete !== false);

/** Whether nothing is known of a bucket. */
export const isWithoutData = ({ lines }: SplitSeries, index: number): boolean =>
  lines.length > 0 && lines.every(({ points }) => (points[index]?.value ?? null) === null);

/** A final count with its interval. */
const nowcastText = ({ expected, lower, upper }: NonNullable<SplitPoint['nowcast']>, { number }: SplitLook): string =>
  `${number(Math.round(expected))} (${number(Math.round(lower))}–${number(Math.round(upper))})`;

/** A bucket's figures, largest first, each with its comparison; then what happened in it. */
export function splitTip(split: SplitSeries, look: SplitLook, params: unknown, withTotal: boolean): string {
  const [first] = (Array.isArray(params) ? params : [params]) as { dataIndex: number }[];
  const index = first?.dataIndex ?? -1;
  const at = split.at[index];
  if (at === undefined) return '';
  const { words } = look;
  const sorted = split.lines
    .map((line) => ({ line, point: line.points[index] }))
    .sort((a, b) => (b.point?.value ?? -1) - (a.point?.value ?? -1));
  const rows: TooltipRow[] = sorted
    .slice(0, TIP_ROWS)
    .map(({ line, point }) => ({ label: line.name, value: tipValue(point, look), colour: line.style.colour }));
  if (sorted.length > TIP_ROWS) rows.push({ label: `+${sorted.length - TIP_ROWS}`, value: '' });
  if (withTotal && split.lines.length > 1)
    rows.push({
      label: words.total,
      value: look.number(sorted.reduce((sum, { point }) => sum + (point?.value ?? 0), 0)),
    });
  if (!isWhole(split, index) && !isWithoutData(split, index)) rows.push({ label: words.unfinished, value: '' });
  const nowcast = split.lines.length === 1 ? split.lines[0]?.points[index]?.nowcast : undefined;
  if (nowcast) rows.push({ label: words.nowcast, value: nowcastText(nowcast, look) });
  if (isWhole(split, index) && sorted.some(({ point }) => point?.immature))
    rows.push({ label: words.immature, value: '' });
  for (const text of notesByBucket(split.notes).get(at) ?? []) rows.push({ label: `│ ${text}`, value: '' });
  return tooltipHtml(look.bucket(at), rows);
}

function tipValue(point: SplitPoint | undefined, look: SplitLook): string {
  if (point === undefined || point.value === null) return `— ${look.words.noData}`;
  const own = look.number(point.value);
  if (!look.isCompared) return own;
  if (point.compared === null) return `${own}  (${look.words.compared} —)`;
  const change = point.complete ? `, ${look.change(point.value, point.compared)}` : '';
  return `${own}  (${look.words.compared} ${look.number(point.compared)}${change})`;
}
