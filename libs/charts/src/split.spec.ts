import { describe, expect, it } from 'vitest';
import { endLabelOffsets } from './end-labels.ts';
import { linesOption } from './lines.ts';
import { noteWords } from './notes.ts';
import { palettes } from './palette.ts';
import { seriesStyles } from './series-style.ts';
import type { SplitLook, SplitSeries } from './split-series.ts';
import { stackedOption } from './stacked.ts';

const look: SplitLook = {
  palette: palettes.light,
  words: {
    unfinished: '未完期',
    immature: '待补报',
    nowcast: '预计',
    noData: '无数据',
    compared: '同比',
    total: '合计',
  },
  number: String,
  tick: (at) => at,
  bucket: (at) => at,
  change: (value, compared) => `${Math.round((value / compared - 1) * 100)}%`,
  isCompared: true,
  width: 700,
  height: 300,
  isNamed: true,
};
const style = { colour: '#498BEE', dash: 'solid' } as const;
const split: SplitSeries = {
  at: ['2026-07', '2026-08', '2026-09', '2026-10', '2026-11'],
  notes: [{ at: '2026-10', text: '国庆节' }],
  lines: [
    {
      id: 'a',
      name: '甲',
      style,
      points: [
        { value: 10, compared: 8, complete: true },
        { value: null, compared: 9, complete: true },
        { value: 12, compared: null, complete: true },
        { value: 9, compared: 6, complete: true, immature: true },
        { value: 2, compared: 7, complete: false },
      ],
    },
    {
      id: 'b',
      name: '乙 <b>',
      style,
      points: [1, 2, 3, 4, 5].map((value, i) => ({ value, compared: null, complete: i < 4 })),
    },
  ],
};
interface Series {
  id: string;
  data: ({ value: number | null; label?: { show: boolean; formatter: () => string } } | number | null)[];
}
const seriesOf = (option: { series?: unknown }, id: string): Series => {
  const found = (option.series as Series[]).find((one) => one.id === id);
  if (found === undefined) throw new Error(`no series ${id}`);
  return found;
};
const valuesOf = ({ data }: Series) => data.map((item) => (typeof item === 'object' ? (item?.value ?? null) : item));
const tip = (option: { tooltip?: unknown }, index: number): string =>
  (option.tooltip as { formatter: (params: unknown) => string }).formatter([{ dataIndex: index }]);

describe.each([
  ['lines', linesOption],
  ['parts', stackedOption],
])('buckets without data under %s', (_, option) => {
  it('are hatched where no line has a value, and are not called unfinished', () => {
    const gap = { value: null, compared: null, complete: false };
    const lines = split.lines.map((line) => ({ ...line, points: [...line.points, gap] }));
    const late = option({ ...split, at: [...split.at, '2026-12'], lines }, look);
    expect(valuesOf(seriesOf(late, 'no-data'))).toEqual([null, null, null, null, null, 1]);
    expect(valuesOf(seriesOf(late, 'unfinished'))).toEqual([null, null, null, null, 1, null]);
    expect(tip(late, 5)).not.toContain('未完期');
  });
});

describe('lines', () => {
  const option = linesOption(split, look);

  it('break at gaps and never run into what is unfinished or will still rise', () => {
    expect(valuesOf(seriesOf(option, 'line:a'))).toEqual([10, null, 12, null, null]);
    expect(valuesOf(seriesOf(option, 'open:a'))).toEqual([null, null, 12, 9, 2]);
  });

  it('hatch the unfinished bucket and stand beside their comparison', () => {
    expect(valuesOf(seriesOf(option, 'unfinished'))).toEqual([null, null, null, null, 1]);
    expect(valuesOf(seriesOf(option, 'before:a'))).toEqual([8, 9, null, 6, 7]);
    expect(() => seriesOf(linesOption(split, { ...look, isCompared: false }), 'before:a')).toThrow();
  });

  it('name the last whole value', () => {
    const named = seriesOf(option, 'end:b').data.flatMap((item) =>
      typeof item === 'object' && item?.label?.show ? [item.label.formatter()] : [],
    );
    expect(named).toEqual(['乙 <b> 4']);
    // the dot lies on the last whole bucket, the name at the edge beyond the unfinished one
    expect(valuesOf(seriesOf(option, 'end:b'))).toEqual([null, null, null, 4, 4]);
  });

  it('tell a bucket largest first, with comparison and change, and escape what comes from outside', () => {
    expect(tip(option, 0)).toMatch(/甲.*10 {2}\(同比 8, 25%\).*乙 &lt;b&gt;.*1 {2}\(同比 —\)/);
    expect(tip(option, 1)).toContain('— 无数据');
    expect(tip(option, 3)).toMatch(/待补报.*│ 国庆节/);
    expect(tip(option, 4)).toContain('未完期');
    expect(tip(option, 4)).not.toContain('-71%');
    expect(tip(option, 9)).toBe('');
  });

  it('have an id for every series', () => {
    const ids = (option.series as Series[]).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).not.toContain(undefined);
  });
});

describe('a stack', () => {
  it('adds up: the whole stands above, a gap of all parts stays a gap', () => {
    const option = stackedOption(split, look);
    expect(valuesOf(seriesOf(option, 'total'))).toEqual([11, 2, 15, 13, 7]);
    expect(tip(option, 0)).toMatch(/合计<\/span><b>11/);
    const none = {
      ...split,
      lines: split.lines.map((line) => ({ ...line, points: line.points.map((p) => ({ ...p, value: null })) })),
    };
    expect(valuesOf(seriesOf(stackedOption(none, look), 'total'))).toEqual([null, null, null, null, null]);
  });
});

describe('words above a chart', () => {
  // twenty pixels a bucket; a word of two characters takes 22, and half a character between two
  const at = Array.from({ length: 35 }, (_, index) => `d${index}`);
  it('keep apart: a line too near to the last word has none', () => {
    const notes = [
      { at: 'd1', text: '春节' },
      { at: 'd2', text: '元宵' },
      { at: 'd9', text: '分类标准换版二〇二六' },
      { at: 'd9', text: '机构合并' },
    ];
    const words = noteWords(at, notes, 700);
    expect([words[1], words[2], words[9], words[0]]).toEqual(['春节', '', '分类标准换… +1', null]);
    expect(noteWords(at, notes, 1400)[2]).toBe('元宵');
  });
});

describe('labels at the lines’ ends', () => {
  it('move apart by the least there must be, and stay inside the plot', () => {
    // axis to 100 over 200 px: 50 and 49 end at 100 and 102 px; half a gap below the plot is still in sight
    expect(endLabelOffsets([50, 49], 100, 200)).toEqual([0, 13]);
    expect(endLabelOffsets([1, 0], 100, 200)).toEqual([-5, 8]);
    expect(endLabelOffsets([null, 50], 100, 200)).toEqual([0, 0]);
    expect(endLabelOffsets([0, 0], 0, 200)).toHaveLength(2);
  });
});

describe('a category’s colour', () => {
  const known = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];
  it('is its own whichever others are shown', () => {
    const all = seriesStyles(['a', 'b', 'c'], known, palettes.light);
    const some = seriesStyles(['c'], known, palettes.light);
    expect(some.get('c')?.colour).toBe(all.get('c')?.colour);
  });
  it('differs from its neighbours’, is dashed past four, and grey for the rest', () => {
    const styles = seriesStyles(['a', 'i', 'b', 'c', 'd', '…'], known, palettes.light);
    const colours = [...styles.values()].map(({ colour }) => colour);
    expect(new Set(colours).size).toBe(6);
    expect(styles.get('a')?.dash).toBe('solid');
    expect(styles.get('d')?.dash).not.toBe('solid');
    expect(styles.get('…')?.colour).toBe(palettes.light.ink3);
  });
});
