/**
 * CPU time of the detectors on one thread, against R's `surveillance` in the same run where R has it.
 *
 *   npm run bench -- detection-speed [--series 10000]
 *
 * On Debian: `apt-get install --no-install-recommends r-cran-surveillance`. Without it only our side is measured.
 * `atScale` is the built server: a rule that expands to so many daily series of three years, evaluated end to end;
 * `--series 0` leaves it out.
 */
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { addCalendarDays } from '@tocsin/calendar';
import {
  type FarringtonOptions,
  dailyDesign,
  dailyRegression,
  earsC1,
  earsDefaultsInR,
  farringtonAt,
  farringtonBound,
  farringtonDefaults,
  farringtonDefaultsInR,
  farringtonFlexible,
  framesByIndex,
} from '@tocsin/detection';
import { FIRST_JUDGED_WEEK, weeklyOutbreakSeries, weeklyScenarios } from '@tocsin/synthetic';
import { evaluationAtScale } from './measure/evaluation-at-scale.ts';
import { round, say } from './measure/timing.ts';
import { bench, option } from './measure/workspace.ts';

const GOAL = 20;
const ROUNDS = 20;
/** A round of EARS takes two milliseconds: in fewer, what is measured is the compiler. */
const EARS_ROUNDS = 1_000;
const atScale = Number(option('series', '10000'));
const series = weeklyScenarios.slice(12, 17).map((scenario) => weeklyOutbreakSeries(1, scenario, 0).counts);
const points = series.map((counts) =>
  counts.map((count, i) => ({ at: addCalendarDays('2001-01-01', 7 * i), count, complete: true })),
);
const weeks = (series[0] ?? []).length;
const judged = weeks - FIRST_JUDGED_WEEK;

/** Milliseconds of this process's CPU for one call, after one that warms up. */
function cpuMs(rounds: number, work: () => unknown): number {
  work();
  const start = process.cpuUsage();
  for (let i = 0; i < rounds; i += 1) work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000 / rounds;
}

/** R's CPU milliseconds for the same series, per point of Farrington and per series of EARS; undefined without R. */
function inR(): { farrington: number; ears: number } | undefined {
  const script = `suppressMessages(library(surveillance))
    all <- list(${series.map((counts) => `c(${counts.join(',')})`).join(',')})
    sts <- lapply(all, function(x) new("sts", observed = matrix(x, ncol = 1), freq = 52, start = c(2001, 1)))
    control <- list(range = ${FIRST_JUDGED_WEEK + 1}:${weeks}, b = 5, w = 3, noPeriods = 10, pastWeeksNotIncluded = 26,
      thresholdMethod = "nbPlugin", alpha = 0.005, pThresholdTrend = 1)
    cpu <- function(f) { f(); t <- proc.time(); f(); t <- proc.time() - t; sum(t[c("user.self", "sys.self")]) * 1000 }
    f <- cpu(function() for (s in sts) suppressWarnings(farringtonFlexible(s, control)))
    e <- cpu(function() for (i in 1:10) for (s in sts) earsC(s, list(method = "C1")))
    cat(f / (length(sts) * ${judged}), e / (10 * length(sts)))`;
  const { status, stdout } = spawnSync('Rscript', ['-e', script], { encoding: 'utf8' });
  const [farrington, ears] = (stdout ?? '').trim().split(' ').map(Number);
  return status === 0 && farrington !== undefined && ears !== undefined ? { farrington, ears } : undefined;
}

function farringtonMs(options: FarringtonOptions): number {
  const fitAt = farringtonAt(options, framesByIndex(options));
  const known = new Float64Array(weeks).fill(1);
  const work = () => {
    for (const counts of series) {
      for (let week = FIRST_JUDGED_WEEK; week < weeks; week += 1) {
        const fit = fitAt({ counts, known, exposure: undefined }, week);
        if (fit !== undefined) farringtonBound(fit, options);
      }
    }
  };
  return cpuMs(ROUNDS, work) / (series.length * judged);
}

function dailyMs(): number {
  const days = Array.from({ length: 1110 }, (_, i) => addCalendarDays('2022-01-03', i));
  const design = dailyDesign(days);
  const counts = days.map((at, i) => ({ at, count: (i * 7919) % 23, complete: true }));
  return cpuMs(10, () => dailyRegression(counts, {}, { from: 1109, design: () => design }));
}

const against = (theirs: number | undefined, ours: number) => {
  if (theirs === undefined) return { oursMs: round(ours, 4) };
  const times = theirs / ours;
  return {
    oursMs: round(ours, 4),
    rMs: round(theirs, 3),
    times: round(times, 1),
    goal: `≥ ${GOAL}`,
    met: times >= GOAL,
  };
};

await bench(async () => {
  const r = inR();
  if (r === undefined) say('R with surveillance is not installed: our side only');
  const same = { ...farringtonDefaultsInR.flexible, seasons: 10, guard: 26, alpha: 0.005, trendAlpha: 1 } as const;
  const ears = cpuMs(EARS_ROUNDS, () => points.forEach((one) => earsC1(one, earsDefaultsInR.C1))) / points.length;
  const ownDefault = cpuMs(ROUNDS, () => points.forEach((one) => farringtonFlexible(one, {}, FIRST_JUDGED_WEEK)));
  return {
    bench: 'detection-speed',
    farringtonFlexiblePerPoint: against(r?.farrington, farringtonMs({ ...same, method: 'nbPlugin' })),
    earsPerSeries: against(r?.ears, ears),
    ownDefaultPerPointMs: round(ownDefault / (points.length * judged), 4),
    ownFitPerPointMs: round(farringtonMs(farringtonDefaults.week), 4),
    dailyFitPerSeriesMs: round(dailyMs(), 3),
    ...(atScale > 0 ? { atScale: await evaluationAtScale(atScale) } : {}),
  };
});
