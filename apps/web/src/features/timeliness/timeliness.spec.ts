import { describe, expect, it } from 'vitest';
import { emptyLists } from '../filter/empty-lists.ts';
import type { FilterState } from '../filter/filter-state.ts';
import { ageLink, bandLink, daysOfBand, valueLink } from './cases-link.ts';
import { onTimeWindow } from './on-time-window.ts';

const filter: FilterState = {
  ...{ from: '2026-10-01', until: '2026-11-01', basis: 'regulator' },
  lists: { ...emptyLists(), organisation: ['B11.01', 'B44', '!B11.01.02'] },
};
const plain = { ...filter, lists: emptyLists() };

describe('the way to the cases', () => {
  it('keeps the filter and looks at them whenever received', () => {
    expect(bandLink(filter, 'overdue')).toEqual({
      ...{ from: '2026-10-01', until: '2026-11-01', basis: 'regulator', due: 'overdue', whenever: 'true' },
      organisation: 'B11.01,B44,!B11.01.02',
    });
  });

  it('of a value never shows more than the filter does', () => {
    expect(valueLink(filter, 'organisation', 'B11', 'open')?.['organisation']).toBe('B11.01,!B11.01.02');
    expect(valueLink(filter, 'organisation', 'B44', 'open')?.['organisation']).toBe('B44,!B11.01.02');
    expect(valueLink(plain, 'organisation', 'B44', 'open')?.['organisation']).toBe('B44');
    expect(valueLink(plain, 'organisation', 'B4', 'open')?.['organisation']).toBe('B4');
    expect(valueLink(plain, 'department', '', 'open')).toBeUndefined();
  });

  it('of an age are the days on which they came', () => {
    const of = (from: number, to: number | null) => {
      const { from: first, until, due, whenever } = ageLink(plain, { from, to }, '2026-11-22', '2025-01-01');
      return [first, until, due, whenever];
    };
    expect(of(0, 5)).toEqual(['2026-11-17', '2026-11-23', 'open', undefined]);
    expect(of(6, 15)).toEqual(['2026-11-07', '2026-11-17', 'open', undefined]);
    expect(of(61, null)).toEqual(['2025-01-01', '2026-09-23', 'open', undefined]);
    expect(ageLink(plain, { from: 61, to: null }, '2026-11-22', '2026-11-01')).toMatchObject({
      ...{ from: '2026-09-22', until: '2026-09-23' },
    });
  });
});

describe('the days of a band', () => {
  it('begin where the nearer warning ends', () => {
    const days = (band: string) => daysOfBand(band, [5, 3, 1]);
    expect([days('t1'), days('t3'), days('t5')]).toEqual([
      { from: 1, to: 1 },
      { from: 2, to: 3 },
      { from: 4, to: 5 },
    ]);
    expect([days('today'), days('later'), days('t7')]).toEqual([undefined, undefined, undefined]);
  });
});

describe('the months of the trend', () => {
  it('are thirteen up to the filter’s last, or as many as it has', () => {
    expect(onTimeWindow({ from: '2026-10-01', until: '2026-11-01' })).toEqual({
      from: '2025-10-01',
      until: '2026-11-01',
    });
    expect(onTimeWindow({ from: '2026-11-01', until: '2026-11-23' })).toEqual({
      from: '2025-11-01',
      until: '2026-12-01',
    });
    expect(onTimeWindow({ from: '2024-02-10', until: '2026-11-01' }).from).toBe('2024-02-01');
  });
});
