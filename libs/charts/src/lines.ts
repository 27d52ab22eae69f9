import type { EChartsOption } from 'echarts';
import { bucketAxis, columnAxis, countAxis } from './axes.ts';
import { brushedColumns, noDataColumns, unfinishedColumns } from './columns.ts';
import { endLabelOffsets } from './end-labels.ts';
import { fontFamily } from './look.ts';
import { hiddenBuckets, noteLines } from './notes.ts';
import { nowcastMarks } from './nowcast-marks.ts';
import { type SplitLine, type SplitLook, type SplitSeries, isWhole, isWithoutData, splitTip } from './split-series.ts';
import { tooltipFrame } from './tooltip.ts';

/**
 * Any measure over time, a line for each value of a split (or one for all), each with its comparison as a thin dashed line.
 * Gaps stay gaps; the unfinished bucket is hatched and reached by a dotted line; immature points are dotted as well.
 */
export function linesOption(split: SplitSeries, look: SplitLook): EChartsOption {
  const { at, lines } = split;
  const { isNamed } = look;
  const offsets = labelOffsets(lines, look.height);
  return {
    animation: false,
    textStyle: { fontFamily },
    grid: {
      id: 'grid',
      left: 8,
      right: isNamed ? (lines.every(({ name }) => name === '') ? 56 : 116) : 24,
      top: 24,
      bottom: 4,
      containLabel: true,
    },
    xAxis: [bucketAxis(at, look), hiddenBuckets('note-buckets', at)],
    yAxis: [countAxis(look), columnAxis()],
    tooltip: { ...tooltipFrame(look.palette), formatter: (params) => splitTip(split, look, params, false) },
    series: [
      unfinishedColumns(
        at.map((_, index) => !isWhole(split, index) && !isWithoutData(split, index)),
        look.palette,
      ),
      noDataColumns(
        at.map((_, index) => isWithoutData(split, index)),
        look.palette,
      ),
      brushedColumns(at, split.brushed, look.palette),
      noteLines(at, split.notes, look, { xAxisIndex: 1, yAxisIndex: 1 }),
      ...nowcastMarks(lines.length === 1 ? (lines[0]?.points ?? []) : [], look),
      ...(look.isCompared ? lines.map((line) => comparedLine(line)) : []),
      ...lines.flatMap((line, index) => [
        dottedLine(line),
        wholeLine(line, at.length),
        endMark(line, look, offsets[index] ?? 0),
      ]),
    ],
  } as EChartsOption;
}

const isFirm = ({ complete, immature }: { complete: boolean; immature?: boolean }) => complete && immature !== true;

const wholeLine = ({ id, name, style, points }: SplitLine, buckets: number) => ({
  id: `line:${id}`,
  name,
  type: 'line' as const,
  z: 4,
  symbol: 'circle',
  symbolSize: 6,
  showSymbol: buckets <= 14 || isScattered(points),
  showAllSymbol: true,
  lineStyle: { color: style.colour, width: 2, type: style.dash },
  itemStyle: { color: style.colour },
  data: points.map((point) => ({ value: isFirm(point) ? point.value : null })),
});

/** A value between two gaps has no line: only its symbol shows it. */
const isScattered = (points: SplitLine['points']) =>
  points.some(
    ({ value }, i) =>
      value !== null && (points[i - 1]?.value ?? null) === null && (points[i + 1]?.value ?? null) === null,
  );

/** What is not firm yet, from the last firm bucket before each such stretch. */
const dottedLine = ({ id, name, style, points }: SplitLine) => ({
  id: `open:${id}`,
  name,
  type: 'line' as const,
  z: 3,
  symbol: 'emptyCircle',
  symbolSize: 5,
  showAllSymbol: true,
  lineStyle: { color: style.colour, width: 1.5, type: [2, 3] as number[], opacity: 0.8 },
  itemStyle: { color: style.colour },
  data: points.map((point, index) => {
    if (!isFirm(point)) return { value: point.value };
    const next = points[index + 1];
    return next !== undefined && !isFirm(next) ? { value: point.value, symbol: 'none' } : { value: null };
  }),
});

const comparedLine = ({ id, name, style, points }: SplitLine) => ({
  id: `before:${id}`,
  name,
  type: 'line' as const,
  z: 2,
  silent: true,
  symbol: 'none',
  lineStyle: { color: style.colour, width: 1, type: [4, 3] as number[], opacity: 0.75 },
  itemStyle: { color: style.colour },
  data: points.map(({ compared }) => ({ value: compared })),
});

/**
 * The line's last whole value: a dot where it lies, and name and figure at the plot's edge, where nothing is in the way. A
 * series of its own because hidden symbols hide labels.
 */
function endMark({ id, name, style, points }: SplitLine, look: SplitLook, offset: number) {
  const last = lastWhole(points);
  const value = points[last]?.value ?? null;
  const label = { show: look.isNamed, position: 'right' as const, distance: 8, color: style.colour, fontSize: 12 };
  const halo = {
    fontWeight: 600 as const,
    textBorderColor: look.palette.raised,
    textBorderWidth: 3,
    offset: [0, offset],
  };
  const text = value === null ? '' : `${clipped(name)} ${look.number(value)}`.trim();
  return {
    id: `end:${id}`,
    name,
    type: 'line' as const,
    ...{ z: 5, silent: true, showAllSymbol: true, lineStyle: { width: 0, opacity: 0 } },
    itemStyle: { color: style.colour },
    data: points.map((_, index) => {
      const isEdge = index === points.length - 1;
      if (value === null || (index !== last && !isEdge)) return { value: null };
      const dot = { value, symbol: 'circle', symbolSize: index === last ? 6 : 0.1 };
      return isEdge ? { ...dot, label: { ...label, ...halo, formatter: () => text } } : dot;
    }),
  };
}

const clipped = (name: string) => (name.length > 8 ? `${name.slice(0, 7)}…` : name);
const lastWhole = (points: SplitLine['points']) =>
  points.findLastIndex(({ value, complete }) => complete && value !== null);

function labelOffsets(lines: readonly SplitLine[], height: number): number[] {
  const all = lines.flatMap(({ points }) => points.flatMap(({ value, compared }) => [value ?? 0, compared ?? 0]));
  const ends = lines.map(({ points }) => points[lastWhole(points)]?.value ?? null);
  return endLabelOffsets(ends, Math.max(0, ...all), Math.max(1, height - 60));
}
