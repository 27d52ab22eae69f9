import { dayNumber } from '@tocsin/calendar';
import { Chance } from '../chance/chance.ts';
import { dayWeight } from '../shape/day-weight.ts';
import { drawCount } from './counts.ts';
import type { OutbreakSeries } from './weekly-scenarios.ts';

/** A kind of daily series: its mean count, variance φμ, and growth in a year. */
export interface DailyScenario {
  readonly mean: number;
  readonly phi: number;
  readonly trend: number;
}

/** 30 kinds: five sizes, three variances, without and with growth. */
export const dailyScenarios: readonly DailyScenario[] = [0.5, 2, 8, 30, 120].flatMap((mean) =>
  [1, 1.5, 3].flatMap((phi) => [0, 0.15].map((trend) => ({ mean, phi, trend }))),
);

export const FIRST_DAY = '2021-01-01';
const DAYS = 1308;
/** Three years to learn from come before the days to judge. */
export const FIRST_JUDGED_DAY = 1095;
const OUTBREAKS = 3;
const SPACING = 65;

/** One outbreak of a daily series: how many standard deviations of its first day it has, and its days. */
export interface DailyOutbreak {
  readonly size: number;
  readonly days: ReadonlySet<number>;
}

/**
 * A daily series with the Chinese calendar of this company (`dayWeight`) and three outbreaks of 2 to 12 standard
 * deviations in its last 213 days, a Poisson number of cases with log-normal delays.
 */
export function dailyOutbreakSeries(
  seed: number,
  { mean, phi, trend }: DailyScenario,
  repeat: number,
): Pick<OutbreakSeries, 'counts'> & { readonly outbreaks: readonly DailyOutbreak[] } {
  const chance = new Chance(seed, Math.round(mean * 1000 + phi * 10 + trend), repeat);
  const first = dayNumber(FIRST_DAY);
  // `dayWeight` grows on its own: its first day moves with the day, so that only `trend` is left.
  const meanOf = (i: number) => mean * dayWeight(first + i, first + i, 'life') * Math.exp((trend * i) / 365.25);
  const counts = Array.from({ length: DAYS }, (_, i) => drawCount(chance, meanOf(i), phi));
  const outbreaks = Array.from({ length: OUTBREAKS }, (_, which): DailyOutbreak => {
    const start = FIRST_JUDGED_DAY + SPACING * which + chance.below(SPACING);
    const size = chance.between(2, 12);
    const days = new Set<number>();
    for (let left = chance.poisson(size * Math.sqrt(phi * meanOf(start))); left > 0; left -= 1) {
      const day = start + Math.floor(chance.logNormal(1.9, 0.5));
      if (day >= DAYS) continue;
      counts[day] = (counts[day] ?? 0) + 1;
      days.add(day);
    }
    return { size, days };
  });
  return { counts, outbreaks };
}
