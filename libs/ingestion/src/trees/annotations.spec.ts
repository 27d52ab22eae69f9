import { expect, it } from 'vitest';
import { type AnnotationTables, annotationsOf } from './annotations.ts';

const tables: AnnotationTables = {
  organisation: [
    { code: 'A', zh: '甲分公司', en: 'Branch A', until: '2026-02-01', successor: 'B' },
    { code: 'B', zh: '乙分公司', until: '2026-03-01', successor: 'C;D' },
  ],
  crosswalk: [
    { dimension: 'reason', from_code: 'a', to_code: 'b', effective: '2026-02-10' },
    { dimension: 'reason', from_code: 'c', to_code: 'b', effective: '2026-02-10' },
  ],
  calendar: [
    { day: '2026-03-15', kind: 'marked', name: '3·15' },
    { day: '2026-03-18', kind: 'holiday', name: '司庆' },
  ],
};

it('marks mergers, splits, reclassifications, festivals and the days that the company names', () => {
  const found = annotationsOf(tables, { from: '2026-02-01', until: '2026-04-01' });
  expect(found.map(({ day, kind, text }) => [day, kind, text.zh])).toEqual([
    ['2026-02-01', 'organisation-change', '甲分公司并入乙分公司'],
    ['2026-02-10', 'taxonomy-change', '投诉原因分类调整：a → b等 2 项'],
    ['2026-02-15', 'holiday', '春节'],
    ['2026-03-01', 'organisation-change', '乙分公司拆分为C、D'],
    ['2026-03-15', 'marked', '3·15'],
    ['2026-03-18', 'holiday', '司庆'],
  ]);
  expect(found[0]?.text.en).toBe('Branch A merged into 乙分公司');
});

it('says nothing about days outside the period', () => {
  expect(annotationsOf(tables, { from: '2026-03-02', until: '2026-03-10' })).toEqual([]);
});
