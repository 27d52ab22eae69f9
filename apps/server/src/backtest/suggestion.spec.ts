import { describe, expect, it } from 'vitest';
import { suggestion } from './suggestion.ts';

/** So many warnings a week, and after how many days each of the incidents a, b … was found; null for not at all. */
const tried = (perWeek: number, ...delays: (number | null)[]) => ({
  perWeek,
  incidents: delays.map((delayDays, i) => ({
    ...{ id: 'abc'[i] ?? '', label: { zh: '', en: '' }, delayDays, caught: delayDays !== null },
  })),
});
const setting = (limit: number, ...one: Parameters<typeof tried>) => ({
  variant: { 'levels.blueBelowP': limit },
  tried: tried(...one),
});

describe('a setting for a budget', () => {
  it('is the rule as it is, where that keeps the budget', () => {
    expect(suggestion(tried(1.5, 3), [setting(0.001, 1, 3)], 2)).toMatchObject({ variant: {}, lost: [], laterDays: 0 });
  });

  it('is of those that keep it the one that finds most, and tells what is lost and later', () => {
    const settings = [setting(0.003, 4, 1, 2), setting(0.001, 2, 4, null), setting(0.0001, 1, null, null)];
    expect(suggestion(tried(9, 1, 2), settings, 2)).toMatchObject({
      ...{ variant: { 'levels.blueBelowP': 0.001 }, perWeek: 2, caught: 1, lost: ['b'], laterDays: 3 },
    });
  });

  it('is the one that finds them soonest, then the mildest, where as many are found', () => {
    const settings = [setting(0.003, 2, 5), setting(0.001, 1, 4), setting(0.0001, 0.5, 4)];
    expect(suggestion(tried(9, 4), settings, 2)?.variant).toEqual({ 'levels.blueBelowP': 0.001 });
  });

  it('is not there where none keeps it', () => {
    expect(suggestion(tried(9), [setting(0.001, 8)], 2)).toBeNull();
  });
});
