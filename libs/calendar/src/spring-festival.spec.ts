import { expect, it } from 'vitest';
import { dayKind, springFestival } from './index.ts';

it.each([
  [2004, '2004-01-22'],
  [2015, '2015-02-19'],
  [2023, '2023-01-22'],
  [2024, '2024-02-10'],
  [2025, '2025-01-29'],
  [2026, '2026-02-17'],
  [2027, '2027-02-06'], // known although the holidays of 2027 are not; ICU says 7 February
  [2030, '2030-02-03'], // ICU says 2 February
  [2033, '2033-01-31'], // the leap-month year that simple rules get wrong
])('%d begins on %s', (year, day) => {
  expect(springFestival(year)).toBe(day);
});

it('always falls into the holiday of that name', () => {
  for (let year = 2004; year <= 2026; year += 1) {
    expect(dayKind(springFestival(year) ?? '')).toEqual({ kind: 'holiday', festival: 'spring-festival' });
  }
});

it('never leaves 21 January to 21 February', () => {
  for (let year = 2000; year < 2060; year += 1) {
    const day = springFestival(year) ?? '';
    expect(day >= `${year}-01-21` && day <= `${year}-02-21`, day).toBe(true);
  }
});

it('says that it does not know', () => {
  expect(springFestival(1999)).toBeUndefined();
  expect(springFestival(2060)).toBeUndefined();
});
