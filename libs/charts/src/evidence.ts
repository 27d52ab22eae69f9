import type { EChartsOption } from 'echarts';
import type { AlertEvent, Level, Verdict } from '@tocsin/contracts';
import { bucketAxis, columnAxis, countAxis } from './axes.ts';
import { noDataColumns, unfinishedColumns } from './columns.ts';
import { levelShapes } from './level-shape.ts';
import { type Look, fontFamily } from './look.ts';
import { withAlpha } from './palette.ts';
import { type TooltipRow, tooltipFrame, tooltipHtml } from './tooltip.ts';
import { unfinishedLine } from './unfinished-line.ts';

export type EvidencePoint = Verdict & { readonly complete: boolean };
export type EvidenceWord = 'observed' | 'expected' | 'upper' | 'unfinished' | 'noData';
export type EvidenceLook = Look<EvidenceWord> & {
  readonly verdict: (point: EvidencePoint) => string;
  /** A rate, whose axis may stop between whole numbers. */
  readonly isFraction?: boolean;
};

/**
 * The level in force at each bucket that fired: an event's own level from its bucket on, until the next event.
 * A bucket in excess before the first event had no warning yet and takes the first event's level.
 */
export function levelsInForce(
  points: readonly EvidencePoint[],
  events: readonly Pick<AlertEvent, 'bucket' | 'level'>[],
): (Level | null)[] {
  const ordered = [...events].sort((a, b) => (a.bucket < b.bucket ? -1 : 1));
  return points.map(({ at, verdict }) => {
    if (verdict !== 'excess') return null;
    return (ordered.findLast(({ bucket }) => bucket <= at) ?? ordered[0])?.level ?? null;
  });
}

/** What one warning saw: the observed line, what was expected, how high was still unremarkable, and where it fired. */
export function evidenceOption(
  points: readonly EvidencePoint[],
  events: readonly Pick<AlertEvent, 'bucket' | 'level'>[],
  look: EvidenceLook,
): EChartsOption {
  return {
    animation: false,
    textStyle: { fontFamily },
    grid: { id: 'grid', left: 8, right: 84, top: 20, bottom: 4, containLabel: true },
    xAxis: bucketAxis(
      points.map(({ at }) => at),
      look,
    ),
    yAxis: [{ ...countAxis(look), ...(look.isFraction === true ? { minInterval: 0 } : {}) }, columnAxis()],
    tooltip: { ...tooltipFrame(look.palette), formatter: (params) => evidenceTip(points, look, params) },
    series: [
      unfinishedColumns(
        points.map(({ observed, complete }) => !complete && observed !== null),
        look.palette,
      ),
      noDataColumns(
        points.map(({ observed }) => observed === null),
        look.palette,
      ),
      ...band(points, look),
      unfinishedLine(
        points.map(({ observed, complete }) => ({ value: observed, complete })),
        look.words.unfinished,
        look.palette,
      ),
      observedLine(points, look),
      firing(points, levelsInForce(points, events), look),
    ],
  } as EChartsOption;
}

const invisible = { lineStyle: { width: 0, opacity: 0 }, itemStyle: { opacity: 0 } };
const endLabel = (text: string, color: string) => ({
  label: { show: true, position: 'right' as const, distance: 8, color, fontSize: 12, formatter: () => text },
});

/** Expectation as a thin line; from it up to the bound the accent at 14 %, with an edge, labelled once each. */
function band(points: readonly EvidencePoint[], look: EvidenceLook) {
  const { accent, ink3 } = look.palette;
  const last = points.findLastIndex(({ upper }) => upper !== null);
  const labelled = (value: number | null, index: number, text: string, color: string) =>
    index === last && value !== null
      ? { value, symbol: 'circle', symbolSize: 0.1, ...endLabel(text, color) }
      : { value };
  const line = { type: 'line' as const, symbol: 'none', showAllSymbol: true, silent: true, step: 'middle' as const };
  return [
    {
      ...line,
      id: 'expected',
      name: look.words.expected,
      stack: 'band',
      z: 3,
      lineStyle: { color: ink3, width: 1, type: [4, 3] as number[] },
      data: points.map(({ expected }, index) => labelled(expected, index, look.words.expected, ink3)),
    },
    {
      ...line,
      ...invisible,
      id: 'band',
      stack: 'band',
      z: 2,
      areaStyle: { color: withAlpha(accent, 0.14), opacity: 1 },
      data: points.map(({ expected, upper }) =>
        expected === null || upper === null ? { value: null } : { value: Math.max(0, upper - expected) },
      ),
    },
    {
      ...line,
      id: 'upper',
      name: look.words.upper,
      z: 3,
      lineStyle: { color: withAlpha(accent, 0.55), width: 1 },
      data: points.map(({ upper }, index) => labelled(upper, index, look.words.upper, accent)),
    },
  ];
}

const observedLine = (points: readonly EvidencePoint[], look: EvidenceLook) => ({
  id: 'observed',
  name: look.words.observed,
  type: 'line' as const,
  z: 4,
  symbol: 'circle',
  symbolSize: 5,
  showSymbol: points.length <= 31,
  lineStyle: { color: look.palette.accent, width: 2 },
  itemStyle: { color: look.palette.accent },
  data: points.map(({ observed, complete }) => ({ value: complete ? observed : null })),
});

function firing(points: readonly EvidencePoint[], levels: readonly (Level | null)[], look: EvidenceLook) {
  const last = levels.findLastIndex((level) => level !== null);
  return {
    id: 'firing',
    type: 'line' as const,
    showAllSymbol: true,
    z: 6,
    lineStyle: { width: 0, opacity: 0 },
    data: points.map(({ observed }, index) => {
      const level = levels[index] ?? null;
      if (level === null || observed === null) return { value: null };
      const { symbol, size } = levelShapes[level];
      const color = look.palette.level[level];
      const label = { show: index === last, position: 'top' as const, color, fontSize: 13, fontWeight: 600 as const };
      return {
        value: observed,
        symbol,
        symbolSize: size + 2,
        itemStyle: { color, borderColor: look.palette.surface, borderWidth: 1.5 },
        label: { ...label, formatter: () => look.number(observed) },
      };
    }),
  };
}

function evidenceTip(points: readonly EvidencePoint[], look: EvidenceLook, params: unknown): string {
  const [first] = (Array.isArray(params) ? params : [params]) as { dataIndex: number }[];
  const point = first === undefined ? undefined : points[first.dataIndex];
  if (point === undefined) return '';
  const { words, palette } = look;
  const text = (value: number | null) => (value === null ? '—' : look.number(value));
  const observed = point.observed === null ? `— ${words.noData}` : look.number(point.observed);
  const rows: TooltipRow[] = [
    { label: point.complete ? words.observed : words.unfinished, value: observed, colour: palette.accent },
    { label: words.expected, value: text(point.expected), colour: palette.ink3 },
    { label: words.upper, value: text(point.upper), colour: withAlpha(palette.accent, 0.4) },
    { label: look.verdict(point), value: '' },
  ];
  return tooltipHtml(look.bucket(point.at), rows);
}
