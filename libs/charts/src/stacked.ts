import type { EChartsOption } from 'echarts';
import { bucketAxis, columnAxis, countAxis } from './axes.ts';
import { brushedColumns, noDataColumns, unfinishedColumns } from './columns.ts';
import { fontFamily } from './look.ts';
import { hiddenBuckets, noteLines } from './notes.ts';
import { type SplitLook, type SplitSeries, isWhole, isWithoutData, splitTip } from './split-series.ts';
import { tooltipFrame } from './tooltip.ts';

/**
 * A sum over time, its parts on top of each other: the first line at the bottom. For measures that add up only. A bucket
 * without any figure leaves a gap; the unfinished one is hatched and pale.
 */
export function stackedOption(split: SplitSeries, look: SplitLook): EChartsOption {
  const { at, lines } = split;
  const whole = at.map((_, index) => isWhole(split, index));
  return {
    animation: false,
    textStyle: { fontFamily },
    grid: { id: 'grid', left: 8, right: 24, top: 24, bottom: 4, containLabel: true },
    xAxis: [bucketAxis(at, look), hiddenBuckets('note-buckets', at), hiddenBuckets('column-buckets', at)],
    yAxis: [countAxis(look), columnAxis()],
    tooltip: { ...tooltipFrame(look.palette), formatter: (params) => splitTip(split, look, params, true) },
    series: [
      {
        ...unfinishedColumns(
          whole.map((one, index) => !one && !isWithoutData(split, index)),
          look.palette,
        ),
        xAxisIndex: 2,
      },
      {
        ...noDataColumns(
          at.map((_, index) => isWithoutData(split, index)),
          look.palette,
        ),
        xAxisIndex: 2,
      },
      { ...brushedColumns(at, split.brushed, look.palette), xAxisIndex: 2 },
      noteLines(at, split.notes, look, { xAxisIndex: 1, yAxisIndex: 1 }),
      ...lines.map(({ id, name, style, points }) => ({
        id: `line:${id}`,
        name,
        type: 'bar' as const,
        stack: 'parts',
        z: 3,
        barMaxWidth: 40,
        barCategoryGap: at.length > 60 ? '12%' : '28%',
        itemStyle: { color: style.colour, borderColor: look.palette.raised, borderWidth: at.length > 60 ? 0 : 1 },
        data: points.map(({ value }, index) => ({
          value,
          ...(whole[index] ? {} : { itemStyle: { opacity: 0.5 } }),
        })),
      })),
      totals(split, look),
    ],
  } as EChartsOption;
}

/** The whole above each bar while there is room, else above the newest whole one. */
function totals({ at, lines }: SplitSeries, look: SplitLook) {
  const sums = at.map((_, index) => {
    const known = lines.flatMap(({ points }) => points[index]?.value ?? []);
    return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
  });
  const last = at.findLastIndex(
    (_, index) => sums[index] !== null && lines.every(({ points }) => points[index]?.complete !== false),
  );
  const { ink2, raised } = look.palette;
  const text = {
    position: 'top' as const,
    distance: 4,
    color: ink2,
    fontSize: 12,
    textBorderColor: raised,
    textBorderWidth: 3,
  };
  return {
    id: 'total',
    name: look.words.total,
    type: 'line' as const,
    ...{
      z: 5,
      silent: true,
      symbol: 'circle',
      symbolSize: 0.1,
      showAllSymbol: true,
      lineStyle: { width: 0, opacity: 0 },
    },
    data: sums.map((value, index) => ({
      value,
      label: {
        ...text,
        show: value !== null && (at.length <= 16 || index === last),
        formatter: () => (value === null ? '' : look.number(value)),
      },
    })),
  };
}
