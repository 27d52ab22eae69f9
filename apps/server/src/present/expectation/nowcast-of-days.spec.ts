import { describe, expect, it } from 'vitest';
import { nowcastOfDays } from './nowcast-of-days.ts';

/** Half on the day itself, four fifths by the next, all after two days. */
const late = { shares: [0.5, 0.8, 1], errors: [0, 0, 0], spreads: [1, 1, 1] };

describe('the nowcast of a bucket', () => {
  it('adds up that of its days', () => {
    const { maturity, nowcast } = nowcastOfDays(
      [
        { observed: 10, age: 0 },
        { observed: 16, age: 1 },
        { observed: 20, age: 9 },
      ],
      late,
    );
    expect(nowcast?.expected).toBeCloseTo(60, 12);
    expect(maturity).toBeCloseTo(46 / 60, 12);
    expect(nowcast?.lower).toBeGreaterThanOrEqual(46);
    expect(nowcast?.upper).toBeGreaterThan(60);
  });

  it('is not needed for a whole one', () => {
    expect(nowcastOfDays([{ observed: 7, age: 2 }], late)).toEqual({ maturity: 1, nowcast: null });
  });

  it('is not given where nothing can have come yet, nor is an empty day taken for a whole one', () => {
    expect(nowcastOfDays([{ observed: 0, age: -1 }], late)).toEqual({ maturity: 0, nowcast: null });
    expect(nowcastOfDays([{ observed: 0, age: 0 }], late).maturity).toBe(0.5);
  });
});
