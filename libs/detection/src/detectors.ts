import {
  DailyRegressionDetector,
  EarsC2Detector,
  FarringtonFlexibleDetector,
  type Label,
  RareEventsDetector,
  SlowDriftDetector,
  ThresholdDetector,
  type Verdict,
} from '@tocsin/contracts';
import { slowDrift } from './cusum/slow-drift.ts';
import { type DailyContext, dailyRegression } from './daily/daily-regression.ts';
import { earsC1 } from './ears-c1.ts';
import { earsC2 } from './ears-c2.ts';
import { earsC3 } from './ears-c3.ts';
import { earsC3Defaults } from './ears-options.ts';
import { farringtonFlexible } from './farrington/farrington-flexible.ts';
import { type Point, markRecovery } from './point.ts';
import { rareEvents } from './rare-events.ts';
import { threshold } from './threshold.ts';

const earsOptions = EarsC2Detector.omit({ name: true });
const earsC3Options = earsOptions.extend({
  alpha: EarsC2Detector.shape.alpha.removeDefault().default(earsC3Defaults.alpha),
});
const thresholdOptions = ThresholdDetector.pick({ atLeast: true });
const farringtonOptions = FarringtonFlexibleDetector.omit({ name: true });
const dailyOptions = DailyRegressionDetector.omit({ name: true });
const driftOptions = SlowDriftDetector.omit({ name: true });
const rareOptions = RareEventsDetector.omit({ name: true });

/** Something that turns a series into verdicts, with what a person and a rule need to know about it. */
export interface DetectorEntry {
  readonly name: string;
  readonly label: Label;
  readonly description: Label;
  /** Buckets that must lie before a bucket so that it can be judged. */
  history(options: unknown): number;
  /** Throws a ZodError for options that its schema refuses. */
  run(series: readonly Point[], options: unknown, context?: DailyContext): Verdict[];
}

/** Every detector by name. */
export const detectors = {
  threshold: {
    name: 'threshold',
    label: { zh: '固定阈值', en: 'Fixed threshold' },
    description: { zh: '一期达到设定件数即触发', en: 'Fires when a period reaches the number set' },
    options: thresholdOptions,
    history: () => 0,
    run: (series: readonly Point[], options: unknown) => threshold(series, thresholdOptions.parse(options)),
  },
  'ears-c1': {
    name: 'ears-c1',
    label: { zh: 'EARS C1', en: 'EARS C1' },
    description: { zh: '与紧邻的前若干期相比是否异常偏高', en: 'Unusually high against the periods just before' },
    options: earsOptions,
    history: (options: unknown) => earsOptions.parse(options).baseline,
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
    history: (options: unknown) => farringtonOptions.parse(options).fewestYears * 53 + 3,
    run: (series: readonly Point[], options: unknown, { from }: DailyContext = {}) =>
      farringtonFlexible(markRecovery(series), farringtonOptions.parse(options), from),
  },
  'daily-regression': {
    name: 'daily-regression',
    label: { zh: '日度回归 (节假日历)', en: 'Daily regression with the Chinese calendar' },
    description: {
      zh: '按日: 计入星期、节假日、调休、节后补报、季节和趋势后是否异常偏高; 不足两年时节假日效应借用上级序列',
      en: 'For days: unusually high for its weekday, holiday, catching-up day, season and trend; under two years of history the holidays are those of the whole',
    },
    options: dailyOptions,
    history: (options: unknown) => dailyOptions.parse(options).years * 366 + dailyOptions.parse(options).guard + 7,
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
    run: (series: readonly Point[], options: unknown) => slowDrift(markRecovery(series), driftOptions.parse(options)),
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
    run: (series: readonly Point[], options: unknown) => rareEvents(markRecovery(series), rareOptions.parse(options)),
  },
} as const satisfies Record<string, DetectorEntry & { options: object }>;

export type DetectorName = keyof typeof detectors;

/** The detector of that name; undefined if there is none. */
export function findDetector(name: string): DetectorEntry | undefined {
  return Object.values(detectors).find((entry) => entry.name === name);
}
