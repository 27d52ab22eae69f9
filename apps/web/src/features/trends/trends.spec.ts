import { describe, expect, it } from 'vitest';
import type { SeriesPoint } from '../figures/figures-api.ts';
import { emptyLists } from '../filter/empty-lists.ts';
import type { FilterState } from '../filter/filter-state.ts';
import { crumbsOf, drillInto } from './crumbs.ts';
import { splitFigures, splitLines } from './split-lines.ts';
import { defaultGrain, trendsFromUrl } from './trends-state.ts';
import { trendsTable } from './trends-table.ts';
import { comingIn } from '../figures/coming-in.ts';
import { withArrivals } from './with-arrivals.ts';

const filter = (lists: Partial<FilterState['lists']> = {}): FilterState => ({
  ...{ from: '2026-10-01', until: '2026-11-01', basis: 'regulator' },
  lists: { ...emptyLists(), ...lists },
});

describe('the state in the address', () => {
  it('is complete on a bare address', () => {
    expect(trendsFromUrl({}, filter())).toEqual({
      ...{ measure: 'complaints', grain: 'day', split: undefined, level: undefined, shape: 'lines', compare: 'year' },
      ...{ isSharedScale: true, isTable: false, trail: [], brush: undefined },
    });
  });

  it('keeps what an address says, and nothing that it cannot mean', () => {
    const query = {
      measure: 'on_time_closure',
      split: 'reason',
      shape: 'stacked',
      grain: 'decade',
      trail: 'region,colour',
    };
    // parts of a rate do not add up
    expect(trendsFromUrl(query, filter())).toMatchObject({ shape: 'lines', grain: 'day', trail: ['region'], level: 1 });
    expect(trendsFromUrl({ ...query, measure: 'complaints' }, filter())).toMatchObject({ shape: 'stacked' });
  });

  it('cuts a tree one level below what is kept; what is left out does not count', () => {
    const level = (reason: string[]) => trendsFromUrl({ split: 'reason' }, filter({ reason })).level;
    expect([level([]), level(['claim']), level(['claim.delay']), level(['!claim.delay'])]).toEqual([1, 2, 3, 1]);
    expect(trendsFromUrl({ split: 'region' }, filter()).level).toBeUndefined();
  });

  it('aligns by the Spring Festival from January to March of one year only', () => {
    const compare = (from: string, until: string) =>
      trendsFromUrl({ compare: 'lunar' }, { ...filter(), from, until }).compare;
    expect([
      compare('2026-01-01', '2026-04-01'),
      compare('2026-01-01', '2026-04-02'),
      compare('2025-12-31', '2026-03-01'),
    ]).toEqual(['lunar', 'year', 'year']);
  });

  it('holds a brush inside the period', () => {
    const brush = (text: string) => trendsFromUrl({ brush: text }, filter()).brush;
    expect(brush('2026-10-05,2026-10-12')).toEqual({ from: '2026-10-05', until: '2026-10-12' });
    expect([brush('2026-09-05,2026-10-12'), brush('2026-10-12,2026-10-12'), brush('x')]).toEqual(
      Array(3).fill(undefined),
    );
  });

  it('picks the grain by the period’s length', () => {
    const until = '2026-11-01';
    const grains = ['2026-10-01', '2025-11-01', '2022-11-01', '2006-11-01'].map((from) =>
      defaultGrain({ from, until }),
    );
    expect(grains).toEqual(['day', 'week', 'month', 'quarter']);
  });
});

describe('the way down', () => {
  const view = { grain: 'week', split: 'link', trail: 'region,reason' };
  const down = filter({ region: ['340000'], reason: ['claim.delay'], line: ['life'] });

  it('has a step for each value and each level of a tree, and keeps what else is filtered', () => {
    const crumbs = crumbsOf(down, ['region', 'reason'], view);
    expect(crumbs.map(({ at }) => at?.code)).toEqual([undefined, '340000', 'claim', 'claim.delay']);
    expect(crumbs[0]?.query).toMatchObject({ split: 'region', line: 'life' });
    expect(crumbs[0]?.query).not.toHaveProperty('trail');
    expect(crumbs[1]?.query).toMatchObject({ region: '340000', split: 'reason', trail: 'region' });
    expect(crumbs[1]?.query).not.toHaveProperty('reason');
    expect(crumbs[2]?.query).toMatchObject({ reason: 'claim', split: 'reason', trail: 'region,reason' });
    expect(crumbs[3]?.query).toMatchObject({ reason: 'claim.delay', split: 'link' });
  });

  it('is only the whole where nothing was drilled into', () => {
    expect(crumbsOf(filter({ region: ['a', 'b'] }), ['region'], {})).toHaveLength(1);
  });

  it('goes to the next level of a tree, else to the next dimension not yet used', () => {
    const claim = { dimension: 'reason', code: 'claim', hasChildren: true } as const;
    expect(drillInto(filter(), [], view, claim)).toMatchObject({ reason: 'claim', split: 'reason', trail: 'reason' });
    const anhui = { dimension: 'region', code: '340000', hasChildren: false } as const;
    expect(drillInto(filter({ organisation: ['a'] }), [], view, anhui)).toMatchObject({
      split: 'line',
      trail: 'region',
    });
  });
});

describe('the figures', () => {
  const point = (at: string, split: string, value: number | null): SeriesPoint => ({
    ...{ at, split, value, compared: 1, complete: true },
  });
  const series = [
    ...[point('2026-10-05', 'a', 1), point('2026-10-05', 'b', 5), point('2026-10-05', '…', 50)],
    ...[point('2026-10-12', 'a', null), point('2026-10-12', 'b', 6)],
  ];
  const figures = splitFigures(series, 'week', '2026-10-15');

  it('are a row for each value, the largest first, the rest last; what is missing is a gap', () => {
    expect(figures.codes).toEqual(['b', 'a', '…']);
    expect(figures.points.get('…')?.map(({ value }) => value)).toEqual([50, null]);
  });

  it('are unfinished past the data’s end', () => {
    expect(figures.points.get('b')?.map(({ complete }) => complete)).toEqual([true, false]);
  });

  it('stand in a table as they are drawn, newest first, and say what is unfinished or missing', () => {
    const style = { colour: '#000000', dash: 'solid' } as const;
    const lines = splitLines(figures, (code) => code.toUpperCase(), new Map(), style).slice(0, 2);
    const words = { date: '日期', value: '投诉量', unfinished: '未完期', noData: '无数据', compared: '同比' };
    const { columns, rows } = trendsTable(figures.at, lines, words, String, (at) => at);
    expect(columns.map(({ label }) => label)).toEqual(['日期', 'B', 'B · 同比', 'A', 'A · 同比']);
    expect(rows[0]?.at?.text).toBe('2026-10-12 (未完期)');
    expect([rows[0]?.['value:a']?.raw, rows[0]?.['value:a']?.note, rows[1]?.['value:b']?.raw]).toEqual([
      null,
      '无数据',
      5,
    ]);
  });
});

describe('buckets that still come in', () => {
  const points = [3, 2].map((value) => ({ value, compared: null, complete: true }));
  const line = { id: '', name: '', style: { colour: '#000', dash: 'solid' as const }, points };
  const split = { at: ['2026-11-20', '2026-11-21'], notes: [], lines: [line] };
  const told = new Map([
    ['2026-11-20', comingIn({ maturity: 0.97, nowcast: { expected: 3.1, lower: 3, upper: 4 } })],
    ['2026-11-21', comingIn({ maturity: 0.4, nowcast: { expected: 5, lower: 2, upper: 9 } })],
  ]);

  it('say so, and what they will be, but not for the last stragglers', () => {
    expect(withArrivals(split, told).lines[0]?.points).toEqual([
      { value: 3, compared: null, complete: true, immature: false, nowcast: undefined },
      { value: 2, compared: null, complete: true, immature: true, nowcast: { expected: 5, lower: 2, upper: 9 } },
    ]);
  });

  it('are not told of the parts of a split, nor where delays are not known', () => {
    const parts = { ...split, lines: [line, { ...line, id: 'b' }] };
    expect(withArrivals(parts, told)).toBe(parts);
    expect(comingIn({ maturity: null, nowcast: null })).toEqual({ isMature: true, nowcast: undefined });
  });
});
