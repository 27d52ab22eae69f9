import { describe, expect, it } from 'vitest';
import { codedDimensions } from '../dimension.ts';
import { referenceKey } from './reference-table.ts';
import { referenceTable, referenceTables } from './reference-tables.ts';

describe('reference tables', () => {
  it('are called differently, one after each dimension', () => {
    const names = referenceTables.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining([...codedDimensions]));
  });

  it.each(referenceTables.map((table) => [table.name, table] as const))(
    '%s is described in both languages',
    (_, table) => {
      const labels = [
        table.label,
        table.description,
        ...table.columns.flatMap(({ label, hint }) => [label, hint ?? label]),
      ];
      for (const { zh, en } of labels) expect([zh, en]).not.toContain('');
    },
  );

  it.each(referenceTables.map((table) => [table.name, table] as const))(
    '%s is keyed by columns that it has',
    (_, table) => {
      const columns = table.columns.map(({ name }) => name);
      expect(new Set(columns).size).toBe(columns.length);
      expect(columns).toEqual(
        expect.arrayContaining([...table.key, ...(table.reaches === undefined ? [] : [table.reaches])]),
      );
    },
  );

  it('offer codes of tables that there are', () => {
    for (const { names } of referenceTables.flatMap(({ columns }) => columns)) {
      if (names !== undefined) expect(referenceTable(names)).toBeDefined();
    }
  });

  it('name a row by its key cells', () => {
    const exposure = referenceTable('exposure');
    expect(exposure && referenceKey(exposure, { month: '2026-03', line: 'life', premium: '1' })).toBe('2026-03|||life');
  });
});
