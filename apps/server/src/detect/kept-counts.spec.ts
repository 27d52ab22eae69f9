import type { DayCounts, Query, Warehouse } from '@tocsin/warehouse';
import { describe, expect, it } from 'vitest';
import { KeptCounts } from './kept-counts.ts';

/** A warehouse that answers one slice with one case on each day of the question, and counts the questions. */
function counting() {
  const asked: string[] = [];
  const warehouse = {
    rows: (query: Query<DayCounts>) => {
      const days = query.sql.parts.flatMap((part) => JSON.stringify(part).match(/\d{4}-\d\d-\d\d/g) ?? []).sort();
      const [from = '', until = ''] = [days[0], days.at(-1)];
      asked.push(`${from} … ${until}`);
      const length = (Date.parse(until) - Date.parse(from)) / 86_400_000;
      const row: DayCounts = {
        codes: ['a', 'b'],
        days: Array.from({ length }, (_, i) => i),
        counts: Array<number>(length).fill(1),
      };
      return Promise.resolve([row]);
    },
  } as Partial<Warehouse> as Warehouse;
  return { warehouse, asked };
}

const question = {
  sum: 'complaints',
  basis: 'company',
  where: {},
  split: [{ dimension: 'region' }, { dimension: 'line' }],
  from: '2026-01-20',
  until: '2026-03-05',
} as const;

describe('kept counts', () => {
  it('are read once as long as the marks of their months stay', async () => {
    const { warehouse, asked } = counting();
    const counts = new KeptCounts(warehouse);
    counts.asOf(
      new Map([
        ['2026-01-01', '1'],
        ['2026-02-01', '1'],
        ['2026-03-01', '1'],
      ]),
    );
    const [row] = await counts.read({ ...question, split: [...question.split] });
    expect(row).toMatchObject({ codes: ['a', 'b'] });
    expect([row!.days.length, row!.days[0], row!.days.at(-1)]).toEqual([44, 0, 43]); // 20 January … 4 March
    expect(await counts.read({ ...question, split: [...question.split] })).toEqual([row]);
    expect(asked).toEqual(['2026-01-01 … 2026-04-01']);
  });

  it('are read again for the months that have changed, and for those that are new', async () => {
    const { warehouse, asked } = counting();
    const counts = new KeptCounts(warehouse);
    const marks = new Map([
      ['2026-01-01', '1'],
      ['2026-02-01', '1'],
      ['2026-03-01', '1'],
    ]);
    counts.asOf(marks);
    await counts.read({ ...question, split: [...question.split] });
    counts.asOf(new Map([...marks, ['2026-03-01', '2']]));
    await counts.read({ ...question, split: [...question.split] });
    counts.asOf(new Map([...marks, ['2025-12-01', '3'], ['2026-03-01', '2']]));
    await counts.read({ ...question, split: [...question.split], from: '2025-12-25' });
    expect(asked.slice(1)).toEqual(['2026-03-01 … 2026-04-01', '2025-12-01 … 2026-01-01']);
  });

  it('of another question are not mixed up', async () => {
    const { warehouse, asked } = counting();
    const counts = new KeptCounts(warehouse);
    counts.asOf(
      new Map([
        ['2026-01-01', '1'],
        ['2026-02-01', '1'],
        ['2026-03-01', '1'],
      ]),
    );
    await counts.read({ ...question, split: [...question.split] });
    await counts.read({ ...question, split: [...question.split], basis: 'regulator' });
    expect(asked).toHaveLength(2);
  });
});
