import { expect, it } from 'vitest';
import { referenceKey, referenceTable } from '@tocsin/contracts';
import { saidTwice } from './said-twice.ts';

const work = referenceTable('work')!;
const row = (period: string, organisation = '', metric = '产品', kind = 'review') => {
  const cells = { period, ...(organisation === '' ? {} : { organisation }), kind, metric, value: '1' };
  return { key: referenceKey(work, cells), cells };
};
const refused = (standing: ReturnType<typeof row>[], rows: ReturnType<typeof row>[]) =>
  saidTwice(work, standing, rows).refused.map(({ row: { key } }) => key);

it.each([
  ['a month inside its quarter', row('2026Q1'), row('2026-02')],
  ['half a year that shares a quarter', row('2026Q1-Q3'), row('2026H2')],
  ['the same days written in another way', row('2026Q1', 'hq.a'), row('2026M01-M03', 'hq.a')],
  ['a branch in a part of the period of the whole', row('2026', ''), row('2026Q1', 'hq.a')],
])('refuses %s, whichever came first', (_, one, other) => {
  expect(refused([], [one, other])).toEqual([other.key]);
  expect(refused([other], [one])).toEqual([one.key]);
});

it.each([
  ['periods side by side', row('2026Q1'), row('2026Q2')],
  ['the whole beside a branch in one period', row('2026Q1'), row('2026Q1', 'hq.a')],
  ['another metric', row('2026Q1'), row('2026-02', '', '服务')],
  ['another kind', row('2026Q1'), row('2026-02', '', '产品', 'drill')],
  ['an office below its branch', row('2026Q1', 'hq.a'), row('2026Q1', 'hq.a.01')],
  ['organisations side by side', row('2026Q1', 'hq.a'), row('2026-02', 'hq.ab')],
])('takes %s', (_, one, other) => expect(refused([one], [other])).toEqual([]));

it('names both rows and what to do, and takes the others', () => {
  const found = saidTwice(work, [row('2026Q1')], [row('2026-02', 'hq.a'), row('2026Q2', 'hq.a')]);
  expect(found.taken.map(({ cells }) => cells.period)).toEqual(['2026Q2']);
  expect(found.refused[0]?.sentence.zh).toBe(
    '「2026-02 hq.a」与「2026Q1 全公司」（review, 产品）重叠，同样的工作会计两次：请只留一行，或改为互不重叠的期间和机构。',
  );
  expect(found.refused[0]?.sentence.en).toContain('"2026-02 hq.a" overlaps "2026Q1 whole company" (review, 产品)');
});

it('lets a row replace itself, and leaves other tables alone', () => {
  expect(refused([row('2026Q1')], [row('2026Q1')])).toEqual([]);
  const exposure = referenceTable('exposure')!;
  expect(saidTwice(exposure, [row('2026Q1')], [row('2026-02')]).refused).toEqual([]);
});
