import { referenceTable } from '@tocsin/contracts';
import { describe, expect, it } from 'vitest';
import { cellText, shownColumns, unfilled } from './cell-text.ts';

const exposure = referenceTable('exposure')!;
const calendar = referenceTable('calendar')!;
const named = (table: typeof exposure, name: string) => table.columns.find((one) => one.name === name)!;

describe('a cell', () => {
  it('reads as people write it', () => {
    expect(cellText(named(exposure, 'premium'), '1234567', 'zh')).toBe('1,234,567');
    expect(cellText(named(calendar, 'kind'), 'holiday', 'zh')).toBe('放假');
    expect(cellText(named(calendar, 'kind'), 'unheard-of', 'en')).toBe('unheard-of');
    expect(cellText(named(exposure, 'month'), '2026-03', 'zh')).toBe('2026-03');
  });
});

it('columns that no row fills stay out, unless they must be filled', () => {
  const rows = [{ cells: { month: '2026-03', premium: '1' } }];
  expect(shownColumns(exposure.columns, rows).map(({ name }) => name)).toEqual(['month', 'premium']);
  expect(shownColumns(exposure.columns, [])).toHaveLength(exposure.columns.length);
});

it('a row is not complete while a required cell is blank', () => {
  expect(unfilled(exposure.columns, { month: ' ' })?.name).toBe('month');
  expect(unfilled(exposure.columns, { month: '2026-03' })).toBeUndefined();
});
