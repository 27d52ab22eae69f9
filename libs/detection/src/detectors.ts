import type { RuleGrain } from '@tocsin/contracts';
import { aboveExpected } from './above-expected.ts';
import { change } from './change.ts';
import { glrCusum } from './cusum/glr-cusum.ts';
import { slowDrift } from './cusum/slow-drift.ts';
import { YEAR } from './daily/daily-fit.ts';
import { type DailyContext, dailyRegression } from './daily/daily-regression.ts';
import type { DetectorEntry } from './detector-entry.ts';
import { detectorWords } from './detector-words.ts';
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
    ...detectorWords.threshold,
    options: thresholdOptions,
    history: () => 0,
    // What is usual is shown beside it.
    reach: () => 28,
    run: (series: readonly Point[], options: unknown) => threshold(series, thresholdOptions.parse(options)),
  },
  'above-expected': {
    name: 'above-expected',
    ...detectorWords['above-expected'],
    options: aboveOptions,
    history: (_: unknown, grain: RuleGrain = 'week') => (grain === 'day' ? YEAR + 14 : 28),
    reach: (options: unknown, grain: RuleGrain) =>
      aboveOptions.parse(options).periods + (grain === 'day' ? 3 * YEAR + 21 : 28),
    run: (series: readonly Point[], options: unknown, context: DailyContext = {}) =>
      aboveExpected(markRecovery(series), aboveOptions.parse(options), context),
  },
  change: {
    name: 'change',
    ...detectorWords.change,
    options: changeOptions,
    history: (options: unknown, grain: RuleGrain = 'week') => changeReach(options, grain),
    reach: changeReach,
    run: (series: readonly Point[], options: unknown) => change(markRecovery(series), changeOptions.parse(options)),
  },
  'ears-c1': {
    name: 'ears-c1',
    ...detectorWords['ears-c1'],
    options: earsOptions,
    history: (options: unknown) => earsOptions.parse(options).baseline,
    reach: (options: unknown) => earsOptions.parse(options).baseline,
    run: (series: readonly Point[], options: unknown) => earsC1(markRecovery(series), earsOptions.parse(options)),
  },
  'ears-c2': {
    name: 'ears-c2',
    ...detectorWords['ears-c2'],
    options: earsOptions,
    history: (options: unknown) => earsOptions.parse(options).baseline + 2,
    reach: (options: unknown) => earsOptions.parse(options).baseline + 2,
    run: (series: readonly Point[], options: unknown) => earsC2(markRecovery(series), earsOptions.parse(options)),
  },
  'ears-c3': {
    name: 'ears-c3',
    ...detectorWords['ears-c3'],
    options: earsC3Options,
    history: (options: unknown) => earsC3Options.parse(options).baseline + 4,
    reach: (options: unknown) => earsC3Options.parse(options).baseline + 4,
    run: (series: readonly Point[], options: unknown) => earsC3(markRecovery(series), earsC3Options.parse(options)),
  },
  'farrington-flexible': {
    name: 'farrington-flexible',
    ...detectorWords['farrington-flexible'],
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
    ...detectorWords['farrington-1996'],
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
    ...detectorWords['daily-regression'],
    options: dailyOptions,
    history: (options: unknown) => YEAR + dailyOptions.parse(options).guard,
    reach: (options: unknown) => dailyOptions.parse(options).years * YEAR + dailyOptions.parse(options).guard + 7,
    run: (series: readonly Point[], options: unknown, context: DailyContext = {}) =>
      dailyRegression(markRecovery(series), dailyOptions.parse(options), context),
  },
  'slow-drift': {
    name: 'slow-drift',
    ...detectorWords['slow-drift'],
    options: driftOptions,
    history: (options: unknown) => driftOptions.parse(options).trained,
    reach: (options: unknown, grain: RuleGrain) => driftOptions.parse(options).trained + ADDED_UP[grain],
    run: (series: readonly Point[], options: unknown) => slowDrift(markRecovery(series), driftOptions.parse(options)),
  },
  'glr-cusum': {
    name: 'glr-cusum',
    ...detectorWords['glr-cusum'],
    options: glrOptions,
    history: (options: unknown) => glrOptions.parse(options).trained,
    reach: (options: unknown, grain: RuleGrain) => glrOptions.parse(options).trained + ADDED_UP[grain],
    run: (series: readonly Point[], options: unknown, { from }: DailyContext = {}) =>
      glrCusum(markRecovery(series), glrOptions.parse(options), from),
  },
  'rare-events': {
    name: 'rare-events',
    ...detectorWords['rare-events'],
    options: rareOptions,
    history: (options: unknown) => rareOptions.parse(options).baseline + rareOptions.parse(options).guard,
    reach: (options: unknown) => rareOptions.parse(options).baseline + rareOptions.parse(options).guard + GAPS,
    run: (series: readonly Point[], options: unknown) => rareEvents(markRecovery(series), rareOptions.parse(options)),
  },
} as const satisfies Record<string, DetectorEntry & { options: object }>;

export type DetectorName = keyof typeof detectors;

/** Whether a detector expects in proportion to the exposure of its buckets, where all of them have one. */
export const takesExposure = (name: DetectorName, grain: RuleGrain): boolean =>
  name === 'farrington-flexible' || name === 'daily-regression' || (name === 'above-expected' && grain === 'day');

/** The detector of that name; undefined if there is none. */
export function findDetector(name: string): DetectorEntry | undefined {
  return Object.values(detectors).find((entry) => entry.name === name);
}
