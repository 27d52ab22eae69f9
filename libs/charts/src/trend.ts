import type { EChartsOption } from 'echarts';
import type { Level } from '@tocsin/contracts';
import { expectedBand } from './expected-band.ts';
import { bucketAxis, columnAxis, countAxis } from './axes.ts';
import { noDataColumns, selectedColumns, unfinishedColumns } from './columns.ts';
import { nowcastMarks } from './nowcast-marks.ts';
import { levelShapes } from './level-shape.ts';
import { type Look, fontFamily } from './look.ts';
import { type ChartNote, hiddenBuckets, noteLines, notesByBucket } from './notes.ts';
import { tooltipFrame, tooltipHtml } from './tooltip.ts';
import { unfinishedLine } from './unfinished-line.ts';

/** One bucket. `value` null means no data (a gap, never a zero); `before` is the same bucket a year earlier. */
export interface TrendPoint {
  readonly at: string;
  readonly value: number | null;
  readonly before: number | null;
  readonly complete: boolean;
  /** Counts between which the bucket should lie; absent where nothing could be expected. */
  readonly band?: { readonly lower: number; readonly upper: number } | undefined;
  /** The count in the end, where late reports are still to come. */
  readonly nowcast?: { readonly expected: number; readonly lower: number; readonly upper: number } | undefined;
}

/** Warnings that began in a bucket: the highest level stands for all of them. */
export interface TrendMark {
  readonly at: string;
  readonly level: Level;
  readonly count: number;
  readonly label: string;
}

export interface Trend {
  readonly points: readonly TrendPoint[];
  readonly marks: readonly TrendMark[];
  /** The period that the page's figures are about, half-open; drawn behind the line. */
  readonly selected?: { readonly from: string; readonly until: string };
  readonly notes?: readonly ChartNote[];
}

export type TrendWord = 'expected' | 'nowcast' | 'now' | 'before' | 'unfinished' | 'warnings' | 'noData';
export type TrendLook = Look<TrendWord>;

/** A count over time against the year before, with warnings on the line and the unfinished bucket set apart. */
export function trendOption(trend: Trend, look: TrendLook): EChartsOption {
  const { points } = trend;
  const at = points.map((point) => point.at);
  return {
    animation: false,
    textStyle: { fontFamily },
    grid: { id: 'grid', left: 8, right: 76, top: 24, bottom: 4, containLabel: true },
    xAxis: [bucketAxis(at, look), hiddenBuckets('note-buckets', at)],
    yAxis: [countAxis(look), columnAxis()],
    tooltip: { ...tooltipFrame(look.palette), formatter: (params) => trendTip(trend, look, params) },
    series: [
      selectedColumns(
        points.map(({ at }) => isSelected(trend, at)),
        look.palette,
      ),
      unfinishedColumns(
        points.map(({ value, complete }) => !complete && value !== null),
        look.palette,
      ),
      noDataColumns(
        points.map(({ value }) => value === null),
        look.palette,
      ),
      ...expectedBand(points, look),
      ...nowcastMarks(points, look),
      noteLines(at, trend.notes ?? [], look, { xAxisIndex: 1, yAxisIndex: 1 }),
      beforeLine(points, look),
      unfinishedLine(points, look.words.unfinished, look.palette),
      currentLine(points, look),
      lastWhole(points, look),
      warningMarks(trend, look),
    ],
  } as EChartsOption;
}

const isSelected = ({ selected }: Trend, at: string) =>
  selected !== undefined && at >= selected.from && at < selected.until;

/** Lines are labelled where they end; the label of the last point carries name and value. */
const endLabel = (text: string, color: string) => ({
  label: { show: true, position: 'right' as const, distance: 8, color, fontSize: 12, formatter: () => text },
});

const currentLine = (points: readonly TrendPoint[], look: TrendLook) => ({
  id: 'current',
  name: look.words.now,
  type: 'line' as const,
  z: 4,
  symbol: 'circle',
  symbolSize: 6,
  showSymbol: points.length <= 14,
  lineStyle: { color: look.palette.accent, width: 2 },
  itemStyle: { color: look.palette.accent },
  data: points.map(({ value, complete }) => ({ value: complete ? value : null })),
});

/** The newest whole bucket, with its figure; a line of its own because hidden symbols hide their labels too. */
function lastWhole(points: readonly TrendPoint[], look: TrendLook) {
  const last = points.findLastIndex(({ value, complete }) => complete && value !== null);
  const isAtEnd = last === points.length - 1;
  // below a falling line, above a rising one: where the line itself is not
  const before = points[last - 1]?.value ?? 0;
  const aside = (points[last]?.value ?? 0) < before ? ('bottom' as const) : ('top' as const);
  const { accent, raised } = look.palette;
  return {
    id: 'last',
    name: look.words.now,
    type: 'line' as const,
    showAllSymbol: true,
    z: 5,
    silent: true,
    symbol: 'circle',
    symbolSize: 7,
    itemStyle: { color: accent },
    data: points.map(({ value }, index) => {
      if (index !== last || value === null) return { value: null };
      const { label } = endLabel(look.number(value), accent);
      const weight = { fontWeight: 600 as const, textBorderColor: raised, textBorderWidth: 3 };
      return { value, label: { ...label, ...weight, position: isAtEnd ? ('right' as const) : aside } };
    }),
  };
}

function beforeLine(points: readonly TrendPoint[], look: TrendLook) {
  const last = points.findLastIndex(({ before }) => before !== null);
  return {
    id: 'before',
    name: look.words.before,
    type: 'line' as const,
    z: 2,
    symbol: 'none',
    showAllSymbol: true,
    lineStyle: { color: look.palette.ink3, width: 1, type: [4, 3] as number[] },
    itemStyle: { color: look.palette.ink3 },
    data: points.map(({ before }, index) => {
      if (index !== last) return { value: before };
      const { label } = endLabel(look.words.before, look.palette.ink3);
      return { value: before, symbol: 'circle', symbolSize: 0.1, label: { ...label, offset: [0, asideOf(points)] } };
    }),
  };
}

/** Pixels by which the comparison's end label steps aside when the current line ends beside it. */
function asideOf(points: readonly TrendPoint[]): number {
  const end = points.at(-1);
  if (end === undefined || end.value === null || end.before === null) return 0;
  const top = Math.max(1, ...points.map(({ value, before }) => Math.max(value ?? 0, before ?? 0)));
  const gap = (end.before - end.value) / top;
  if (Math.abs(gap) > 0.08) return 0;
  return gap >= 0 ? -14 : 14;
}

function warningMarks({ points, marks }: Trend, look: TrendLook) {
  const byBucket = new Map(marks.map((mark) => [mark.at, mark]));
  return {
    id: 'warnings',
    name: look.words.warnings,
    type: 'line' as const,
    showAllSymbol: true,
    z: 6,
    cursor: 'pointer',
    lineStyle: { width: 0, opacity: 0 },
    data: points.map(({ at, value }) => {
      const mark = byBucket.get(at);
      if (mark === undefined || value === null) return { value: null };
      const { symbol, size } = levelShapes[mark.level];
      const itemStyle = { color: look.palette.level[mark.level], borderColor: look.palette.surface, borderWidth: 1.5 };
      return { value, symbol, symbolSize: size, itemStyle };
    }),
  };
}

function trendTip({ points, marks, notes = [] }: Trend, look: TrendLook, params: unknown): string {
  const [first] = (Array.isArray(params) ? params : [params]) as { dataIndex: number }[];
  const point = first === undefined ? undefined : points[first.dataIndex];
  if (point === undefined) return '';
  const { words, palette } = look;
  const text = (value: number | null) => (value === null ? `— ${words.noData}` : look.number(value));
  const rows = [
    {
      label: point.complete || point.value === null ? words.now : words.unfinished,
      value: text(point.value),
      colour: palette.accent,
    },
    { label: words.before, value: text(point.before), colour: palette.ink3 },
  ];
  const { band, nowcast } = point;
  if (nowcast)
    rows.push({
      label: words.nowcast,
      value: `${look.number(Math.round(nowcast.expected))} (${look.number(Math.round(nowcast.lower))}–${look.number(Math.round(nowcast.upper))})`,
      colour: '',
    });
  if (band)
    rows.push({ label: words.expected, value: `${look.number(band.lower)}–${look.number(band.upper)}`, colour: '' });
  const mark = marks.find(({ at }) => at === point.at);
  if (mark) rows.push({ label: `${levelShapes[mark.level].mark} ${mark.label}`, value: '', colour: '' });
  for (const text of notesByBucket(notes).get(point.at) ?? []) rows.push({ label: `│ ${text}`, value: '', colour: '' });
  return tooltipHtml(
    look.bucket(point.at),
    rows.map(({ colour, ...row }) => (colour === '' ? row : { ...row, colour })),
  );
}
