import { describe, expect, it } from 'vitest';
import { createCompany, referenceNames } from '../index.ts';

const company = createCompany({ seed: 7, complaints: 4000, from: '2024-01-01', until: '2026-01-01' });
const rowsOf = (name: (typeof referenceNames)[number]) =>
  company
    .referenceCsv(name)
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));

describe('tables beside the complaints', () => {
  it.each(referenceNames)('%s is the same when asked twice, and has rows as wide as its header', (name) => {
    const text = company.referenceCsv(name);
    expect(company.referenceCsv(name)).toBe(text);
    const widths = new Set(
      text
        .trimEnd()
        .split('\n')
        .map((line) => line.split(',').length),
    );
    expect([...widths]).toHaveLength(1);
  });

  it('tell of one merger, in the tree that names every organisation', () => {
    const merged = rowsOf('organisation').filter((row) => row[6] !== '');
    expect(merged.map((row) => [row[0], row[6]])).toEqual([['370000.02', '370000.01']]);
    const known = new Set(rowsOf('organisation').map(([code]) => code));
    for (const { organisation } of company.complaintRows()) expect(known).toContain(organisation);
  });

  it('tell the recoding that the truth knows, code by code', () => {
    const change = company.truth().events.find(({ kind }) => kind === 'taxonomy');
    for (const [, old, code, day] of rowsOf('crosswalk')) {
      expect(change?.slice.reason).toEqual(expect.arrayContaining([old, code]));
      expect(day).toBe(change?.from);
    }
    expect(rowsOf('crosswalk')).toHaveLength(3);
  });
});
