import { addCalendarDays, addMonths, daysBetween } from '@tocsin/calendar';
import type { IsoDay } from '@tocsin/contracts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { KeptMonths } from './kept-months.ts';
import type { SliceCounts } from './slice-columns.ts';

const MONTHS = ['2026-01-01', '2026-02-01', '2026-03-01'] as const;
const END = '2026-04-01';
const DAYS = daysBetween(MONTHS[0], END);

/** Cases of slices `a`, `b` and `c` by day since January began. */
type Cases = Readonly<Record<string, readonly number[]>>;

/** As the engine answers: a row for each slice with cases, its days counted from `from`. */
function rowsOf(cases: Cases, from: IsoDay, until: IsoDay): SliceCounts[] {
  const [first, end] = [daysBetween(MONTHS[0], from), daysBetween(MONTHS[0], until)];
  return Object.entries(cases).flatMap(([code, counts]) => {
    const days = counts.flatMap((count, day) => (count > 0 && day >= first && day < end ? [day] : []));
    if (days.length === 0) return [];
    return [{ codes: [code], days: days.map((day) => day - first), counts: days.map((day) => counts[day] ?? 0) }];
  });
}

const batchOf = (cases: Cases, from: IsoDay, until: IsoDay) => [
  rowsOf(cases, from, until).map(({ codes, days, counts }) => ({
    ...{ codes, days: Uint32Array.from(days), counts: Uint32Array.from(counts) },
  })),
];

const byCode = (rows: readonly SliceCounts[]) =>
  rows
    .map(({ codes, days, counts }) => ({ codes, days: [...days], counts: [...counts] }))
    .toSorted((a, b) => (a.codes.join() < b.codes.join() ? -1 : 1));

const change = fc.record({
  month: fc.constantFrom(...MONTHS),
  code: fc.constantFrom('a', 'b', 'c'),
  day: fc.integer({ min: 0, max: 27 }),
  count: fc.integer({ min: 0, max: 2 }),
  from: fc.constantFrom('2026-01-01', '2026-01-20', '2026-02-10'),
});

it('rows are those of the counts as they are, whichever months have changed, and stay the same objects until they change', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 20 }), async (changes) => {
      const kept = new KeptMonths(1);
      const cases = { a: Array<number>(DAYS).fill(1), b: Array<number>(DAYS).fill(0), c: Array<number>(DAYS).fill(0) };
      await kept.renew(batchOf(cases, MONTHS[0], END), { from: MONTHS[0], until: END }, () => '0');
      let [before, beforeFrom]: [SliceCounts[], IsoDay] = [[], ''];
      for (const [n, { month, code, day, count, from }] of changes.entries()) {
        cases[code as keyof typeof cases][daysBetween(MONTHS[0], addCalendarDays(month, day))] = count;
        const until = addMonths(month, 1);
        await kept.renew(batchOf(cases, month, until), { from: month, until }, () => `${n}`);
        expect(kept.isCurrent(month, `${n}`)).toBe(true);
        const rows = await kept.rows(from, END);
        expect(byCode(rows)).toEqual(byCode(rowsOf(cases, from, END)));
        for (const row of before) {
          const now = rows.find(({ codes }) => codes[0] === row.codes[0]);
          if (beforeFrom === from && row.codes[0] !== code) expect(now).toBe(row);
        }
        [before, beforeFrom] = [rows, from];
      }
    }),
  );
});
