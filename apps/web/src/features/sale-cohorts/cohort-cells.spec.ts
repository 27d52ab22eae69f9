import { palettes } from '@tocsin/charts';
import type { GetSaleCohortsReply } from '@tocsin/contracts';
import { describe, expect, it } from 'vitest';
import { cellAt, cohortLines, cohortPainter } from './cohort-cells.ts';

const cell = (age: number, cases: number | null, mature = true) => ({ age, cases, total: cases, per10k: null, mature });
const cohorts: GetSaleCohortsReply['cohorts'] = [
  { month: '2026-08', policies: null, cells: [cell(0, null), cell(1, 4), cell(2, 9, false)] },
  { month: '2026-09', policies: null, cells: [cell(0, 0), cell(1, 2, false)] },
];
const palette = palettes.light;
const paint = (month: string, age: string, figure: 'cases' | 'per10k' = 'cases') =>
  cohortPainter(cohorts, figure, palette)(cellAt(cohorts, month, age), String, ({ age: months }) => `${months}`);

describe('a triangle of sale months', () => {
  it('marks a month that still runs, and colours the more the darker', () => {
    expect(paint('2026-08', '2')).toMatchObject({ text: '9*', state: 'value' });
    expect(paint('2026-08', '1').background).not.toBe(paint('2026-08', '2').background);
  });

  it('tells none, unknown and not yet apart', () => {
    expect(paint('2026-09', '0')).toMatchObject({ text: '0', state: 'plain' });
    expect(paint('2026-08', '0')).toMatchObject({ text: '', state: 'no-data' });
    expect(paint('2026-09', '2')).toEqual({ text: '', title: '', state: 'plain' });
    expect(paint('2026-08', '1', 'per10k').state).toBe('no-data');
  });

  it('is drawn as lines by age, dotted where more will come', () => {
    const { at, lines } = cohortLines(cohorts, 'cases', { palette, most: 6, name: (month) => month });
    expect(at).toEqual(['0', '1', '2']);
    expect(lines.map(({ points }) => points.map(({ value }) => value))).toEqual([
      [null, 4, 9],
      [0, 2, null],
    ]);
    expect(lines[1]?.points.map(({ immature }) => immature)).toEqual([false, true, false]);
    expect(cohortLines(cohorts, 'per10k', { palette, most: 6, name: String }).lines).toEqual([]);
  });
});
