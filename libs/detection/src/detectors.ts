import type { RuleGrain } from '@tocsin/contracts';
import { aboveExpected } from './above-expected.ts';
import { change } from './change.ts';
import { glrCusum } from './cusum/glr-cusum.ts';
import { slowDrift } from './cusum/slow-drift.ts';
import { YEAR } from './daily/daily-fit.ts';
import { type DailyContext, dailyRegression } from './daily/daily-regression.ts';
import type { DetectorEntry } from './detector-entry.ts';
import {
  ADDED_UP,
  GAPS,
  MONTH_OF_WEEKS,
  PER_YEAR,
  aboveOptions,
  changeOptions,
  changeReach,
  dailyOptions,
  driftOptions,
  earsC3Options,
  earsOptions,
  farrington1996Options,
  farringtonOptions,
  glrOptions,
  isMonthly,
  rareOptions,
  thresholdOptions,
} from './detector-options.ts';
import { earsC1 } from './ears-c1.ts';
import { earsC2 } from './ears-c2.ts';
import { earsC3 } from './ears-c3.ts';
import { farrington1996Verdicts } from './farrington/farrington-1996.ts';
import { farringtonFlexible } from './farrington/farrington-flexible.ts';
import { farringtonDefaults, farringtonDefaultsInR } from './farrington/farrington-options.ts';
import { type Point, markRecovery } from './point.ts';
import { rareEvents } from './rare-events.ts';
import { threshold } from './threshold.ts';

/** Every detector by name. */
export const detectors = {
  threshold: {
    name: 'threshold',
    label: { zh: '固定阈值', en: 'Fixed threshold' },
    description: { zh: '一期达到设定件数即触发', en: 'Fires when a period reaches the number set' },
    options: thresholdOptions,
    history: () => 0,
    // What is usual is shown beside it.
    reach: () => 28,
    run: (series: readonly Point[], options: unknown) => threshold(series, thresholdOptions.parse(options)),
  },
  'above-expected': {
    name: 'above-expected',
    label: { zh: '连续高于预期', en: 'Above expectation, several periods running' },
    description: {
      zh: '连续若干期都超过预期的若干倍才触发, 单期偶然高点不算',
      en: 'Fires when several periods running all exceed a multiple of what was expected',
    },
    options: aboveOptions,
    history: (_: unknown, grain: RuleGrain = 'week') => (grain === 'day' ? YEAR + 14 : 28),
    reach: (options: unknown, grain: RuleGrain) =>
      aboveOptions.parse(options).periods + (grain === 'day' ? 3 * YEAR + 21 : 28),
    run: (series: readonly Point[], options: unknown, context: DailyContext = {}) =>
      aboveExpected(markRecovery(series), aboveOptions.parse(options), context),
  },
  change: {
    name: 'change',
    label: { zh: '同比 / 环比上升', en: 'Rise against another period' },
    description: {
      zh: '与上一期、去年同期或去年农历同期相比上升若干倍即触发, 基数太小时不判断',
      en: 'Fires when a period holds a multiple of the one before, of a year earlier, or of the lunar year earlier; small bases are not judged',
    },
    options: changeOptions,
    history: (options: unknown, grain: RuleGrain = 'week') => changeReach(options, grain),
    reach: changeReach,
    run: (series: readonly Point[], options: unknown) => change(markRecovery(series), changeOptions.parse(options)),
  },
  'ears-c1': {
    name: 'ears-c1',
    label: { zh: 'EARS C1', en: 'EARS C1' },
    description: { zh: '与紧邻的前若干期相比是否异常偏高', en: 'Unusually high against the periods just before' },
    options: earsOptions,
    history: (options: unknown) => earsOptions.parse(options).baseline,
    reach: (options: unknown) => earsOptions.parse(options).baseline,
    run: (series: readonly Point[], options: unknown) => earsC1(markRecovery(series), earsOptions.parse(options)),
  },
  'ears-c2': {
    name: 'ears-c2',
    label: { zh: 'EARS C2', en: 'EARS C2' },
    description: {
      zh: '与近期历史相比是否异常偏高, 基线与本期之间隔两期, 缓慢上升不会抬高自己的基线',
      en: 'Unusually high against the recent past; two periods in between keep a slow rise out of its own baseline',
    },
    options: earsOptions,
    history: (options: unknown) => earsOptions.parse(options).baseline + 2,
    reach: (options: unknown) => earsOptions.parse(options).baseline + 2,
    run: (series: readonly Point[], options: unknown) => earsC2(markRecovery(series), earsOptions.parse(options)),
  },
  'ears-c3': {
    name: 'ears-c3',
    label: { zh: 'EARS C3', en: 'EARS C3' },
    description: {
      zh: '前两期的偏高合计是否超出偶然, 用于单期不明显的连续上升',
      en: 'Whether the two periods before were too high together: for a rise that no single one proves',
    },
    options: earsC3Options,
    history: (options: unknown) => earsC3Options.parse(options).baseline + 4,
    reach: (options: unknown) => earsC3Options.parse(options).baseline + 4,
    run: (series: readonly Point[], options: unknown) => earsC3(markRecovery(series), earsC3Options.parse(options)),
  },
  'farrington-flexible': {
    name: 'farrington-flexible',
    label: { zh: '历年同期比较 (Farrington)', en: 'Same season of past years (Farrington)' },
    description: {
      zh: '按周: 与往年同期相比是否异常偏高, 计入季节、趋势和业务量, 往年异常自动降权; 需三年以上历史',
      en: 'For weeks: unusually high against the same season of past years, with trend and exposure; past excesses count less. Needs three years',
    },
    options: farringtonOptions,
    history: (options: unknown, grain: RuleGrain = 'week') =>
      farringtonOptions.parse(options).fewestYears * PER_YEAR[grain] + 3,
    reach: (options: unknown, grain: RuleGrain) => farringtonOptions.parse(options).years * PER_YEAR[grain] + 8,
    run: (series: readonly Point[], options: unknown, { from }: DailyContext = {}) => {
      const { guard, ...given } = farringtonOptions.parse(options);
      const monthly = { ...farringtonDefaults.month, ...given, guard: Math.round(guard / MONTH_OF_WEEKS) };
      return farringtonFlexible(markRecovery(series), isMonthly(series) ? monthly : { ...given, guard }, from);
    },
  },
  'farrington-1996': {
    name: 'farrington-1996',
    label: { zh: '历年同期比较 (1996 版)', en: 'Same season of past years (1996)' },
    description: {
      zh: '上一方法的前身, 只看往年同一时节前后几期; 误报偏多, 用于对照',
      en: 'The ancestor of the method above: only the windows around the same time of past years. Alarms too often; to compare with',
    },
    options: farrington1996Options,
    history: (options: unknown, grain: RuleGrain = 'week') =>
      farrington1996Options.parse(options).years * PER_YEAR[grain] + farrington1996Options.parse(options).halfWindow,
    reach: (options: unknown, grain: RuleGrain) =>
      farrington1996Options.parse(options).years * PER_YEAR[grain] + farrington1996Options.parse(options).halfWindow,
    run: (series: readonly Point[], options: unknown, { from }: DailyContext = {}) => {
      const given = farrington1996Options.parse(options);
      const perYear = isMonthly(series) ? 12 : farringtonDefaultsInR['1996'].perYear;
      const years = { ...given, fewestYears: given.years, perYear };
      return farrington1996Verdicts(markRecovery(series), years, from);
    },
  },
  'daily-regression': {
    name: 'daily-regression',
    label: { zh: '日度回归 (节假日历)', en: 'Daily regression with the Chinese calendar' },
    description: {
      zh: '按日: 计入星期、节假日、调休、节后补报、季节和趋势后是否异常偏高; 不足两年时节假日效应借用上级序列',
      en: 'For days: unusually high for its weekday, holiday, catching-up day, season and trend; under two years of history the holidays are those of the whole',
    },
    options: dailyOptions,
    history: (options: unknown) => YEAR + dailyOptions.parse(options).guard,
    reach: (options: unknown) => dailyOptions.parse(options).years * YEAR + dailyOptions.parse(options).guard + 7,
    run: (series: readonly Point[], options: unknown, context: DailyContext = {}) =>
      dailyRegression(markRecovery(series), dailyOptions.parse(options), context),
  },
  'slow-drift': {
    name: 'slow-drift',
    label: { zh: '缓慢上升 (CUSUM)', en: 'Slow drift (CUSUM)' },
    description: {
      zh: '单期不明显、但持续偏高的缓慢上升; 误报间隔可设定',
      en: 'A level that rises so slowly that no single period stands out; how long to wait between false alarms can be chosen',
    },
    options: driftOptions,
    history: (options: unknown) => driftOptions.parse(options).trained,
    reach: (options: unknown, grain: RuleGrain) => driftOptions.parse(options).trained + ADDED_UP[grain],
    run: (series: readonly Point[], options: unknown) => slowDrift(markRecovery(series), driftOptions.parse(options)),
  },
  'glr-cusum': {
    name: 'glr-cusum',
    label: { zh: '任意幅度的上升 (GLR-CUSUM)', en: 'A rise of any size (GLR-CUSUM)' },
    description: {
      zh: '不必事先猜测升幅: 在所有可能的起点和幅度中取最可信的一种',
      en: 'Needs no guess how large the rise will be: takes the most credible of all beginnings and sizes',
    },
    options: glrOptions,
    history: (options: unknown) => glrOptions.parse(options).trained,
    reach: (options: unknown, grain: RuleGrain) => glrOptions.parse(options).trained + ADDED_UP[grain],
    run: (series: readonly Point[], options: unknown, { from }: DailyContext = {}) =>
      glrCusum(markRecovery(series), glrOptions.parse(options), from),
  },
  'rare-events': {
    name: 'rare-events',
    label: { zh: '罕见事件 (间隔图)', en: 'Rare events (g-chart)' },
    description: {
      zh: '平均每期不足一件: 一期件数是否罕见, 或相邻案件间隔是否过短',
      en: 'For fewer than one case a period: a count that is rare, or cases that follow each other too closely',
    },
    options: rareOptions,
    history: (options: unknown) => rareOptions.parse(options).baseline + rareOptions.parse(options).guard,
    reach: (options: unknown) => rareOptions.parse(options).baseline + rareOptions.parse(options).guard + GAPS,
    run: (series: readonly Point[], options: unknown) => rareEvents(markRecovery(series), rareOptions.parse(options)),
  },
} as const satisfies Record<string, DetectorEntry & { options: object }>;

export type DetectorName = keyof typeof detectors;

/** The detector of that name; undefined if there is none. */
export function findDetector(name: string): DetectorEntry | undefined {
  return Object.values(detectors).find((entry) => entry.name === name);
}
