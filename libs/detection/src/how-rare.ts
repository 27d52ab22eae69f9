import type { RuleGrain, Sentence } from '@tocsin/contracts';

const DAYS = { day: 1, week: 7, month: 365.25 / 12, quarter: 365.25 / 4 } as const;

/** From this many days on, the next larger unit speaks better. */
const UNITS = [
  { days: 365.25, from: 2 * 365.25, zh: '年', en: ['year', 'years'] },
  { days: 365.25 / 12, from: 60, zh: '个月', en: ['month', 'months'] },
  { days: 7, from: 14, zh: '周', en: ['week', 'weeks'] },
  { days: 1, from: 0, zh: '天', en: ['day', 'days'] },
] as const;

const CENTURY = 100 * 365.25;

/**
 * A chance per bucket as people say it: how long one would wait until chance alone brings so many again.
 *
 * Shape   the waiting time is bucket ÷ p. Beyond a century it stops counting years: nobody's history is that long.
 */
export const howRare = (pValue: number, grain: RuleGrain): Sentence => rarityOf(pValue, DAYS[grain]);

/** The same for stretches of any number of days. */
export function rarityOf(pValue: number, stretchDays: number): Sentence {
  const days = stretchDays / pValue;
  if (!(days < CENTURY)) {
    return { zh: '一百年也难偶然出现一次', en: 'by chance less than once in a hundred years' };
  }
  const unit = UNITS.find(({ from }) => days >= from) ?? UNITS[UNITS.length - 1];
  if (unit === undefined) throw new RangeError('howRare: no unit of time.');
  const count = Math.max(1, Math.round(days / unit.days));
  return {
    zh: `约每 ${count} ${unit.zh}偶然出现一次`,
    en: `by chance about once in ${count} ${count === 1 ? unit.en[0] : unit.en[1]}`,
  };
}
