import { daysBetween } from '@tocsin/calendar';
import { reportingRegion } from '@tocsin/contracts';
import { expect, it } from 'vitest';
import { type ClosedSums, type DueSums, type FullRecord, type Sums, createCompany, truthDimensions } from './index.ts';

const company = createCompany({ seed: 3, complaints: 9000, from: '2024-11-01', until: '2026-11-01' });

/** The CSV file read back by hand: quotes, doubled quotes, line breaks inside. */
function readCsv(text: string): FullRecord[] {
  const table: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\n]*))([,\n])/g)) {
    table.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\n') table.push([]);
  }
  const [header = [], ...rows] = table.slice(0, -1);
  return rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index]])) as FullRecord);
}

const rows = readCsv([...company.csvLines()].join(''));

function count(keyOf: (row: FullRecord) => string): Map<string, Sums> {
  const sums = new Map<string, Sums>();
  for (const row of rows) {
    const key = keyOf(row);
    const is = row.kind === 'complaint' ? 1 : 0;
    const old = sums.get(key);
    sums.set(key, {
      complaints: (old?.complaints ?? 0) + is,
      chasers: (old?.chasers ?? 0) + (row.kind === 'chaser' ? 1 : 0),
      repeats: (old?.repeats ?? 0) + (row.is_repeat === 'true' ? is : 0),
      escalated: (old?.escalated ?? 0) + (row.is_escalated === 'true' ? is : 0),
      withdrawn: (old?.withdrawn ?? 0) + (row.status === 'withdrawn' ? is : 0),
    });
  }
  return sums;
}

it('counts the rows of the file', () => {
  expect(company.truth().rows).toBe(rows.length);
  expect(rows.length).toBeGreaterThan(9000);
});

it('equals an independent count by day', () => {
  expect(company.truth().byDay).toEqual(count((row) => `${row.received_at.slice(0, 10)}|${row.source}`));
});

it.each(truthDimensions)('equals an independent count by month and %s', (name) => {
  const code = (row: FullRecord) => (name === 'region' ? reportingRegion(row.region) : row[name]);
  expect(company.truth().byMonth[name]).toEqual(
    count((row) => `${row.received_at.slice(0, 7)}-01|${row.source}|${code(row)}`),
  );
});

it('equals an independent count by day due', () => {
  const sums = new Map<string, DueSums>();
  for (const row of rows) {
    if (row.due_on === '') continue;
    const key = `${row.due_on}|${row.source}`;
    const inTime = row.closed_at !== '' && row.closed_at.slice(0, 10) <= row.due_on ? 1 : 0;
    const old = sums.get(key) ?? { due: 0, closed_in_time: 0 };
    sums.set(key, { due: old.due + 1, closed_in_time: old.closed_in_time + inTime });
  }
  expect(company.truth().byDueDay).toEqual(sums);
});

it('equals an independent count by day closed', () => {
  const sums = new Map<string, ClosedSums>();
  for (const { kind, closed_at, received_at, source } of rows) {
    if (kind !== 'complaint' || closed_at === '') continue;
    const closed = closed_at.slice(0, 10);
    const old = sums.get(`${closed}|${source}`) ?? { closed: 0, handling_days: 0 };
    const days = daysBetween(received_at.slice(0, 10), closed);
    sums.set(`${closed}|${source}`, { closed: old.closed + 1, handling_days: old.handling_days + days });
  }
  expect(company.truth().byClosedDay).toEqual(sums);
});

it('closes most in time, not all', () => {
  const due = rows.filter(({ due_on }) => due_on !== '' && due_on < '2026-10-01');
  const inTime =
    due.filter((row) => row.closed_at !== '' && row.closed_at.slice(0, 10) <= row.due_on).length / due.length;
  expect(inTime).toBeGreaterThan(0.9);
  expect(inTime).toBeLessThan(0.985);
});
