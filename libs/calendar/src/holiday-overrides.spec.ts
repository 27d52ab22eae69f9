import { expect, it } from 'vitest';
import { dayKind } from './day-kind.ts';
import { withOverrides } from './holiday-overrides.ts';

const holiday = (day: string) => ({ day, kind: 'holiday' }) as const;

it('corrects single days of a year that ships, and leaves its others alone', () => {
  const table = withOverrides([holiday('2026-03-18'), { day: '2026-10-01', kind: 'workday' }]);
  expect(dayKind('2026-03-18', table)).toEqual({ kind: 'holiday', festival: 'other' });
  expect(dayKind('2026-10-01', table)).toEqual({ kind: 'make-up-workday', festival: 'other' });
  expect(dayKind('2026-10-02', table)).toEqual(dayKind('2026-10-02'));
  expect(dayKind('2025-03-18', table)).toEqual({ kind: 'workday' });
});

it('knows a year that does not ship once its holidays are all there, not for one day', () => {
  const days = Array.from({ length: 7 }, (_, i) => holiday(`2031-10-0${i + 1}`));
  expect(dayKind('2031-10-01', withOverrides(days.slice(0, 6)))).toEqual({ kind: 'no-data', year: 2031 });
  expect(dayKind('2031-10-01', withOverrides(days))).toEqual({ kind: 'holiday', festival: 'other' });
  expect(dayKind('2031-10-08', withOverrides(days))).toEqual({ kind: 'workday' });
});
