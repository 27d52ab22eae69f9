import { addCalendarDays, weekday } from '@tocsin/calendar';
import { describe, expect, it } from 'vitest';
import { arrivedShares } from './arrived-shares.ts';

const TODAY = '2026-06-30';

/** Twenty a day for a hundred and twenty days: so many of them with each delay. Known on the day they arrive. */
function handed(delays: (day: string) => readonly (readonly [delay: number, count: number])[]) {
  return Array.from({ length: 120 }, (_, i) => addCalendarDays(TODAY, -i)).flatMap((received) =>
    delays(received).map(([delay, count]) => {
      const arrived = addCalendarDays(received, delay);
      return { received, arrived, known: arrived, count };
    }),
  );
}

describe('how much of a day has arrived', () => {
  it('is learned from delays, and ends where a day is as good as whole', () => {
    // 12, 16 and 20 of twenty after the day itself, the next and the third.
    const shares = arrivedShares(handed(() => [[0, 12], [1, 4], [3, 4]]), TODAY); // prettier-ignore
    expect(shares?.map((share) => Number(share.toFixed(6)))).toEqual([0.6, 0.8, 0.8]);
  });

  it('is nothing to speak of where cases come on their day, or too few delays are known', () => {
    expect(arrivedShares(handed(() => [[0, 20]]), TODAY)).toBeUndefined(); // prettier-ignore
    expect(arrivedShares(handed(() => [[0, 12], [2, 8]]).slice(0, 60), TODAY)).toBeUndefined(); // prettier-ignore
  });

  it('is not told by all days where a week is handed over on its Monday: a day has all of it or nothing', () => {
    const weekly = handed((day) => [[(8 - weekday(day)) % 7, 20]]);
    expect(arrivedShares(weekly, TODAY)).toBeUndefined();
  });

  it('is the same all day: what became known today changes nothing', () => {
    const delays = handed(() => [[0, 12], [1, 4], [3, 4]]); // prettier-ignore
    const sinceMidnight = {
      received: addCalendarDays(TODAY, -9),
      arrived: addCalendarDays(TODAY, -1),
      known: TODAY,
      count: 500,
    };
    expect(arrivedShares([...delays, sinceMidnight], TODAY)).toEqual(arrivedShares(delays, TODAY));
  });
});
