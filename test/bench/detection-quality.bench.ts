/**
 * How often the defaults alarm for nothing, and how many outbreaks they find.
 *
 *   npm run bench -- detection-quality [--repeats 40] [--seed 2026] [--years 20]
 *
 * Weekly: the 42 scenarios of Noufaily et al. (2013), Statistics in Medicine 32, 1206–1222, each `repeats` times, and the
 * reference series where they are at hand (TOCSIN_SHARED, or ../shared). Daily: thirty kinds of series with the Chinese
 * calendar. An outbreak is found if one of its weeks or days alarms; every other judged week or day may only alarm falsely.
 *
 * Company: so many years of the invented insurer, each without events and with its labelled ones, judged by all rules of a
 * new installation with their hierarchical control: warnings for nothing by level and rule, days until each event is known.
 * `--repeats 0` leaves the series out, `--years 0` the company.
 */
import {
  FIRST_DAY,
  FIRST_JUDGED_DAY,
  dailyOutbreakSeries,
  dailyScenarios,
  weeklyOutbreakSeries,
  weeklyScenarios,
} from '@tocsin/synthetic';
import { round, say } from './measure/timing.ts';
import { bench, option } from './measure/workspace.ts';
import { type JudgedDays, type JudgedWeeks, NEAR, judgeDays, judgeWeeks } from './quality/judge.ts';
import { companyYears } from './quality/company-years.ts';
import { falseRate, foundRate, worstGroup } from './quality/score.ts';
import { referenceDays, referenceWeeks } from './quality/reference-series.ts';

const repeats = Number(option('repeats', '40'));
const seed = Number(option('seed', '2026'));
const years = Number(option('years', '20'));
/** A daily series costs thirty fits: fewer of them, yet enough that a tenth of a band is no chance (a thousand outbreaks). */
const DAILY_SHARE = 2.5;
/** Below this many judged weeks a scenario's rate is noise, and its goal is not judged. */
const ENOUGH = 40;

const repeated = <T>(count: number, make: (repeat: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

const freshWeeks = (): JudgedWeeks[] =>
  weeklyScenarios.flatMap((scenario) =>
    repeated(repeats, (repeat) => ({ group: String(scenario.id), ...weeklyOutbreakSeries(seed, scenario, repeat) })),
  );

const freshDays = (): JudgedDays[] =>
  dailyScenarios.flatMap((scenario) =>
    repeated(Math.ceil(repeats / DAILY_SHARE), (repeat) => ({
      group: `${scenario.mean}/${scenario.phi}/${scenario.trend}`,
      first: FIRST_DAY,
      from: FIRST_JUDGED_DAY,
      ...dailyOutbreakSeries(seed, scenario, repeat),
    })),
  );

function weekly(series: readonly JudgedWeeks[], perScenario: number) {
  const score = judgeWeeks(series);
  const [rate, worst, found] = [falseRate(score), worstGroup(score), foundRate(score)];
  return {
    series: series.length,
    falseAlarms: { value: round(rate, 4), goal: '.004–.009', met: rate >= 0.004 && rate <= 0.009 },
    worstScenario: {
      scenario: worst.group,
      value: round(worst.rate, 4),
      goal: '≤ .015',
      met: perScenario >= ENOUGH ? worst.rate <= 0.015 : 'too few series to tell',
    },
    detected: { value: round(found, 3), goal: '≥ .44', met: found >= 0.44, least: '≥ .41', leastMet: found >= 0.41 },
  };
}

const DAILY_GOALS = [
  ['2–4', 0.13],
  ['5–8', 0.5],
  ['9–12', 0.82],
] as const;

function daily(series: readonly JudgedDays[]) {
  const score = judgeDays(series);
  const [rate, near] = [falseRate(score), falseRate(score, (group) => group === NEAR)];
  return {
    series: series.length,
    falseAlarms: { value: round(rate, 4), goal: '≤ .008', met: rate <= 0.008 },
    nearHolidays: { value: round(near, 4), goal: '≤ .010', met: near <= 0.01 },
    detected: DAILY_GOALS.map(([size, goal]) => {
      const found = foundRate(score, (group) => group === size);
      return { size, value: round(found, 3), goal: `≥ ${goal}`, met: found >= goal };
    }),
  };
}

function overSeries() {
  if (repeats === 0) return {};
  const [weeks, days] = [referenceWeeks(), referenceDays()];
  if (weeks === undefined) say('the reference series are not at hand: fresh ones only');
  return {
    weekly: { reference: weeks && weekly(weeks, 10), fresh: weekly(freshWeeks(), repeats) },
    daily: { reference: days && daily(days), fresh: daily(freshDays()) },
  };
}

await bench(async () => ({
  ...{ bench: 'detection-quality', alpha: 0.005, repeats, seed },
  ...overSeries(),
  ...(years === 0 ? {} : { company: await companyYears(years, seed) }),
}));
