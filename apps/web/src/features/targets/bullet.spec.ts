import type { GetTargetsReply } from '@tocsin/contracts';
import { describe, expect, it } from 'vitest';
import { emptyLists } from '../filter/empty-lists.ts';
import { bulletOf, holds } from './bullet.ts';
import { targetSlice } from './use-targets.ts';

const target: GetTargetsReply['targets'][number] = {
  ...{ measure: 'complaints', basis: 'company', organisation: '', region: '', note: '', missing: null },
  ...{ target: 1000, actual: 800, used: 0.8, seasonalShare: 0.75 },
  forecast: {
    expected: 1040,
    likely: { lower: 1000, upper: 1080 },
    wide: { lower: 950, upper: 1200 },
    chanceAbove: 0.8,
  },
};

describe('a target as a bar', () => {
  it('has room for the farthest mark, and keeps proportions', () => {
    const { actual, target: mark, likely, wide } = bulletOf(target, false);
    expect(actual / mark).toBeCloseTo(0.8, 12);
    expect(likely?.from).toBe(mark);
    expect(wide?.until).toBeLessThan(100);
  });

  it('runs to a hundred for percentages, and begins at 0 where nothing is known', () => {
    const onTime = { ...target, target: 95, actual: null, forecast: null };
    expect(bulletOf(onTime, true)).toEqual({ actual: 0, target: 95 });
  });

  it('holds by where the year will end, in the direction that is bad news', () => {
    expect(holds(target, 'more')).toBe(false);
    expect(holds({ ...target, forecast: null }, 'more')).toBe(true);
    expect(holds({ ...target, forecast: null }, 'less')).toBe(false);
    expect(holds({ ...target, actual: null, forecast: null }, 'less')).toBeNull();
  });
});

describe('the slice of a target', () => {
  const slice = (lists: object) => targetSlice({ lists: { ...emptyLists(), ...lists } });
  it('is the whole, one organisation, one region, or both', () => {
    expect(slice({})).toEqual({ organisation: '', region: '' });
    expect(slice({ region: ['370000'] })).toEqual({ organisation: '', region: '370000' });
  });
  it('is nothing else', () => {
    expect(slice({ region: ['370000', '110000'] })).toBeUndefined();
    expect(slice({ region: ['!370000'] })).toBeUndefined();
    expect(slice({ line: ['life'] })).toBeUndefined();
  });
});
