import { describe, expect, it } from 'vitest';
import { palettes } from './palette.ts';
import { type Trend, type TrendLook, trendOption } from './trend.ts';

const look: TrendLook = {
  palette: palettes.light,
  words: {
    nowcast: '预计',
    expected: '预期区间',
    now: '本期',
    before: '上年同期',
    unfinished: '未完期',
    warnings: '预警',
    noData: '无数据',
  },
  number: String,
  tick: (at) => at.slice(5),
  bucket: (at) => at,
};
const trend: Trend = {
  points: [
    { at: '2026-10-26', value: 12, before: 10, complete: true },
    { at: '2026-11-02', value: null, before: 11, complete: true },
    { at: '2026-11-09', value: 20, before: 9, complete: true },
    { at: '2026-11-16', value: 7, before: 8, complete: false },
  ],
  marks: [{ at: '2026-11-09', level: 'orange', count: 2, label: '2 个预警' }],
  selected: { from: '2026-11-01', until: '2026-11-16' },
};
interface Series {
  id: string;
  data: ({ value: number | null; symbol?: string; itemStyle?: { color: string } } | number | null)[];
}
const seriesOf = (of: Trend, id: string): Series => {
  const found = (trendOption(of, look).series as Series[]).find((one) => one.id === id);
  if (found === undefined) throw new Error(`no series ${id}`);
  return found;
};
const valuesOf = (series: Series) =>
  series.data.map((item) => (typeof item === 'object' ? (item?.value ?? null) : item));

describe('the trend', () => {
  it('lays the expected band behind the line, from its lower to its upper edge, where there is one', () => {
    const [first, ...rest] = trend.points;
    const banded = { ...trend, points: [{ ...first, band: { lower: 8, upper: 15 } }, ...rest] } as Trend;
    expect(valuesOf(seriesOf(banded, 'expected-lower'))).toEqual([8, null, null, null]);
    expect(valuesOf(seriesOf(banded, 'expected'))).toEqual([7, null, null, null]);
  });

  it('names every series for good, so that an update merges and never piles up', () => {
    const ids = (trendOption(trend, look).series as Series[]).map(({ id }) => id);
    expect(ids).toEqual([
      'selected',
      'unfinished',
      'no-data',
      'notes',
      'before',
      'current-unfinished',
      'current',
      'last',
      'warnings',
    ]);
  });

  it('is the same for the same data', () => {
    expect(JSON.stringify(trendOption(trend, look))).toBe(JSON.stringify(trendOption(trend, look)));
  });

  it('leaves a gap where there are no data and never joins the unfinished bucket to the line', () => {
    expect(valuesOf(seriesOf(trend, 'current'))).toEqual([12, null, 20, null]);
    expect(valuesOf(seriesOf(trend, 'current-unfinished'))).toEqual([null, null, 20, 7]);
  });

  it('hatches the unfinished bucket and tints the chosen period', () => {
    expect(valuesOf(seriesOf(trend, 'unfinished'))).toEqual([null, null, null, 1]);
    expect(valuesOf(seriesOf(trend, 'selected'))).toEqual([null, 1, 1, null]);
  });

  it('hatches what has no data by itself: a gap, and the tail that a late feed owes', () => {
    const owed = { at: '2026-12-01', value: null, before: 3, complete: false };
    const late: Trend = { ...trend, points: [...trend.points, owed] };
    expect(valuesOf(seriesOf(late, 'no-data'))).toEqual([null, 1, null, null, 1]);
    expect(valuesOf(seriesOf(late, 'unfinished'))).toEqual([null, null, null, 1, null]);
  });

  it('sets a warning on the line in its shape and colour', () => {
    expect(seriesOf(trend, 'warnings').data[2]).toMatchObject({
      value: 20,
      symbol: 'diamond',
      itemStyle: { color: palettes.light.level.orange },
    });
    expect(valuesOf(seriesOf(trend, 'warnings'))).toEqual([null, null, 20, null]);
  });

  it('labels the newest whole bucket, not the unfinished one', () => {
    expect(valuesOf(seriesOf(trend, 'last'))).toEqual([null, null, 20, null]);
  });

  it('counts from zero', () => {
    expect(trendOption(trend, look).yAxis).toMatchObject([{ min: 0 }, { show: false }]);
  });

  it('says in the tooltip what is missing', () => {
    const { tooltip } = trendOption(trend, look) as { tooltip: { formatter: (params: unknown) => string } };
    expect(tooltip.formatter([{ dataIndex: 1 }])).toContain('— 无数据');
    expect(tooltip.formatter([{ dataIndex: 2 }])).toContain('◆ 2 个预警');
    expect(tooltip.formatter([{ dataIndex: 99 }])).toBe('');
  });

  it('stands without any data', () => {
    expect(() => trendOption({ points: [], marks: [] }, look)).not.toThrow();
  });
});
