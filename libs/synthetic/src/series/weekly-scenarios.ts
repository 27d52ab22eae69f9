import { Chance } from '../chance/chance.ts';
import { drawCount } from './counts.ts';

/** One of the 42 kinds of weekly series: ln μ(t) = θ + βt + Σ γ₁cos(2πjt/52) + γ₂sin(2πjt/52), j ≤ m; variance φμ. */
export interface WeeklyScenario {
  readonly id: number;
  readonly theta: number;
  readonly beta: number;
  readonly gamma1: number;
  readonly gamma2: number;
  readonly harmonics: number;
  readonly phi: number;
}

/** θ, slope where there is a trend, γ₁, γ₂, φ; each comes without and with trend, with 0, 1 and 2 harmonics. */
const KINDS = [
  [0.1, 0.0025, 0.6, 0.6, 1.5],
  [-2, 0.005, 0.1, 0.3, 2],
  [1.5, 0.003, 0.2, -0.4, 1],
  [0.5, 0.002, 0.5, 0.5, 5],
  [2.5, 0.001, 1, 0.1, 3],
  [3.75, 0.001, 0.1, -0.1, 1.1],
  [5, 0.0001, 0.05, 0.01, 1.2],
] as const;

/** Source: Noufaily et al. (2013), Statistics in Medicine 32, 1206–1222, table I. */
export const weeklyScenarios: readonly WeeklyScenario[] = KINDS.flatMap(([theta, slope, gamma1, gamma2, phi], kind) =>
  [0, 1].flatMap((trend) =>
    [0, 1, 2].map((harmonics) => ({
      id: 6 * kind + 3 * trend + harmonics + 1,
      theta,
      beta: trend * slope,
      gamma1: harmonics > 0 ? gamma1 : 0,
      gamma2: harmonics > 0 ? gamma2 : 0,
      harmonics,
      phi,
    })),
  ),
);

export const WEEKS = 624;
/** The last 49 weeks are the ones to judge, the five years and a half before them the past with its own outbreaks. */
export const FIRST_JUDGED_WEEK = 575;
const FIRST_PAST_WEEK = 312;
const PAST_OUTBREAKS = 4;
const PAST_SIZES = [0, 2, 3, 5, 10];

/** A weekly series with outbreaks; `outbreak` are the weeks of the one that is to be found. */
export interface OutbreakSeries {
  readonly counts: number[];
  readonly outbreak: ReadonlySet<number>;
}

/** The expected count of a week. */
export function weeklyMean(scenario: WeeklyScenario, week: number): number {
  const { theta, beta, gamma1, gamma2, harmonics } = scenario;
  let eta = theta + beta * week;
  for (let j = 1; j <= harmonics; j += 1) {
    const angle = (2 * Math.PI * j * week) / 52;
    eta += gamma1 * Math.cos(angle) + gamma2 * Math.sin(angle);
  }
  return Math.exp(eta);
}

/**
 * A series of a scenario with four outbreaks in the past and one in the last 49 weeks: k standard deviations of its first
 * week, as a Poisson number, spread over the weeks after by a log-normal delay (0, ½).
 *
 * Source  the protocol of Noufaily et al. (2013), section 3.1; the same (seed, scenario, repeat) gives the same series.
 */
export function weeklyOutbreakSeries(seed: number, scenario: WeeklyScenario, repeat: number): OutbreakSeries {
  const chance = new Chance(seed, 1000 + scenario.id, repeat);
  const counts = Array.from({ length: WEEKS }, (_, i) => drawCount(chance, weeklyMean(scenario, i + 1), scenario.phi));
  const strike = (week: number, k: number): Set<number> => {
    const size = chance.poisson(k * Math.sqrt(scenario.phi * weeklyMean(scenario, week + 1)));
    const weeks = new Set<number>();
    for (let i = 0; i < size; i += 1) {
      const at = week + Math.floor(chance.logNormal(1, 0.5));
      if (at >= WEEKS) continue;
      counts[at] = (counts[at] ?? 0) + 1;
      weeks.add(at);
    }
    return weeks;
  };
  const past = chance.pick(PAST_SIZES);
  for (let i = 0; i < PAST_OUTBREAKS; i += 1) strike(chance.between(FIRST_PAST_WEEK, FIRST_JUDGED_WEEK - 8), past);
  return { counts, outbreak: strike(chance.between(FIRST_JUDGED_WEEK, WEEKS - 1), chance.between(1, 10)) };
}
