import type { Alert } from '@tocsin/contracts';
import { describe, expect, it } from 'vitest';
import { regionTable } from './region-table.ts';
import { regionTiles } from './region-tiles.ts';

const row = (code: string, value: number | null) => ({
  code,
  value,
  cases: value ?? 0,
  yearBefore: null,
  periodBefore: null,
});
const open = (region: string, level: Alert['level']) => ({ slice: { region }, level }) as Alert;

describe('the tiles', () => {
  const { tiles, edges } = regionTiles(
    [row('340000', 9), row('370000', 3), row('370200', 1), row('', 4), row('TX', 90)],
    [
      { at: '2026-09-01', split: '340000', value: 4, compared: null, complete: true },
      { at: '2026-10-01', split: '340000', value: 9, compared: null, complete: true },
      { at: '2026-10-01', split: '460000', value: 0, compared: null, complete: true },
    ],
    [open('340000', 'blue'), open('340000', 'red'), open('340000', 'yellow')],
    true,
  );
  const tile = (region: string) => tiles.find((one) => one.region === region);

  it('hold their figure, spark and highest open level', () => {
    expect(tile('340000')).toMatchObject({ value: 9, step: 4, spark: [4, 9], level: 'red', state: 'value' });
  });

  it('keep a single-listed city apart from its province', () => {
    expect(tile('370000')).toMatchObject({ value: 3, city: { region: '370200', value: 1, step: 0 } });
  });

  it('are not coloured by regions that have no tile', () => {
    expect(edges.every((edge) => edge <= 9)).toBe(true);
  });

  it('count none where there are data but no complaint', () => {
    expect(tile('460000')).toMatchObject({ value: 0, step: 0, state: 'value' });
  });

  it('are hatched without data and blank without business', () => {
    expect(tile('540000')).toMatchObject({ state: 'no-data', value: null, step: null });
    expect(tile('820000')?.state).toBe('no-business');
  });
});

describe('the tiles’ table', () => {
  it('comes largest first and explains what is unknown', () => {
    const table = regionTable(
      [row('a', 1), row('b', null), row('c', 5)],
      (code) => code,
      String,
      (key) => key,
    );
    expect(table.rows.map((cells) => cells.region?.raw)).toEqual(['c', 'a', 'b']);
    expect(table.rows[2]?.value?.note).toBe('regions.noData');
  });
});
