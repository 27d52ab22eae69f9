import { daysBetween, springFestival } from '@tocsin/calendar';
import type { Comparison, Grain } from '@tocsin/contracts';
import { type Period, type Shift, shiftOf } from '@tocsin/warehouse';
import { Refusal } from '../../refusal.ts';

/** How far back lies what a series is set beside. */
export function compareWith(compare: Comparison | undefined, period: Period, by: Grain): Shift | undefined {
  if (compare === undefined) return undefined;
  return compare === 'lunar' ? lunarShift(period) : shiftOf(compare, period, by);
}

/** From one Spring Festival back to the one before: 354, 355, 383, 384 or 385 days. */
function lunarShift({ from, until }: Period): Shift {
  const year = Number(from.slice(0, 4));
  const [now, before] = [springFestival(year), springFestival(year - 1)];
  if (until > `${year}-04-01` || now === undefined || before === undefined) {
    throw new Refusal('invalid-request', {
      detail: {
        zh: '按春节对齐的比较只适用于同一年 1 月 1 日至 3 月 31 日之间的时间段。请缩短时间段，或改用同比、环比。',
        en: 'Periods are set beside each other by the Spring Festival only between 1 January and 31 March of one year. Choose a shorter period, or compare with a year or a period before.',
      },
      errors: [{ path: 'compare', message: 'lunar needs a period within January to March' }],
    });
  }
  return { by: daysBetween(before, now), unit: 'day' };
}
