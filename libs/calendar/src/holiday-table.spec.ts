import announced from 'chinese-days/dist/chinese-days.json';
import { expect, it } from 'vitest';
import { shippedYear } from './holiday-table.ts';

// The package's static list, not its functions: those build another calendar west of Greenwich.
const { holidays, workdays } = announced as Record<'holidays' | 'workdays', Record<string, string>>;

it('ships exactly the days that chinese-days lists; run tools/ship-years.mjs when this fails', () => {
  const years = [...new Set(Object.keys(holidays).map((day) => Number(day.slice(0, 4))))];
  const shipped = years.map((year) => shippedYear(year));
  expect(shipped.flatMap((year) => Object.keys(year?.off ?? {})).sort()).toEqual(Object.keys(holidays).sort());
  expect(shipped.flatMap((year) => Object.keys(year?.work ?? {})).sort()).toEqual(Object.keys(workdays).sort());
});
