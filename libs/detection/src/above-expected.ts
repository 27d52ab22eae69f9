import { daysBetween } from '@tocsin/calendar';
import type { Sentence, Verdict } from '@tocsin/contracts';
import { type DailyContext, dailyRegression } from './daily/daily-regression.ts';
import { earsC2 } from './ears-c2.ts';
import { MATURE_ENOUGH, joined } from './judge.ts';
import type { Point } from './point.ts';

export interface AboveExpectedOptions {
  readonly factor: number;
  /** Buckets running that must all lie above `factor` times what was expected of each. */
  readonly periods: number;
}

export const aboveExpectedDefaults: AboveExpectedOptions = { factor: 1.5, periods: 3 };

/** Half a year of weeks says what a week brings. */
const WEEKS = 26;

/**
 * Several buckets running above a multiple of what was expected of them: one high bucket alone does not count.
 *
 * Shape   one verdict per point from `context.from` on. What is expected of a day comes from the daily regression, of a week
 *         from the half year before it (two weeks apart).
 * Upper   `factor` × expected. Score: count ÷ upper. There is no chance: it is an order, not a test.
 * Edge    a bucket without data ends a run; so does one of which less than half has arrived. Without an expectation the
 *         verdict is that of the method behind it (`too-little-history`).
 */
export function aboveExpected(
  series: readonly Point[],
  given: Partial<AboveExpectedOptions> = {},
  context: DailyContext = {},
): Verdict[] {
  const { factor, periods } = { ...aboveExpectedDefaults, ...given };
  const from = context.from ?? 0;
  const earlier = Math.max(0, from - (periods - 1));
  const expected = isDaily(series)
    ? dailyRegression(series, {}, { ...context, from: earlier })
    : earsC2(series, { baseline: WEEKS }).slice(earlier);
  let running = 0;
  const found = expected.map((verdict, i): Verdict => {
    const point = series[earlier + i];
    if (verdict.expected === null || verdict.observed === null || point === undefined || !isJudged(point)) {
      running = 0;
      return verdict;
    }
    const upper = factor * verdict.expected;
    const isAbove = verdict.observed > upper;
    running = isAbove ? running + 1 : 0;
    return {
      ...verdict,
      ...{ upper, pValue: null, score: upper > 0 ? verdict.observed / upper : 0 },
      verdict: running >= periods ? 'excess' : point.complete ? 'normal' : 'not-mature',
      note: joined([isAbove ? soMany(running, periods, factor) : null, verdict.note]),
    };
  });
  return found.slice(from - earlier);
}

const isDaily = ([first, second]: readonly Point[]) =>
  first !== undefined && second !== undefined && daysBetween(first.at, second.at) === 1;

/** Neither what was held up nor what is mostly still to come says that cases run high. */
const isJudged = ({ isRecovery, maturity = 1 }: Point) => isRecovery !== true && maturity >= MATURE_ENOUGH;

const soMany = (running: number, periods: number, factor: number): Sentence => ({
  zh: `连续 ${running} 期超过预期的 ${factor} 倍 (需 ${periods} 期)`,
  en: `${running} ${running === 1 ? 'period' : 'periods'} running above ${factor} × expected (${periods} are needed)`,
});
