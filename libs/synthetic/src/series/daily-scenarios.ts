import { addCalendarDays, dayKind, dayNumber, isoDay, springFestival, weekday } from '@tocsin/calendar';
import { Chance } from '../chance/chance.ts';
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

const WEEKDAY = [1.15, 1.08, 1.04, 1, 0.95, 0.45, 0.4];
const CATCH_UP = [1.4, 1.2, 1.1];
const SEASON = 0.15;

/** How busy a day is: weekday, holidays, the workdays after a long one, the week before the Spring Festival, season. */
function weightOf(number: number): number {
  const day = isoDay(number);
  const season = Math.exp(SEASON * Math.sin((2 * Math.PI * number) / 365.25));
  const known = dayKind(day);
  if (known.kind === 'holiday') return season * (known.festival === 'spring-festival' ? 0.15 : 0.3);
  const ahead = dayNumber(springFestival(Number(day.slice(0, 4))) ?? day) - number;
  const dip = ahead > 0 && ahead <= 7 ? 0.75 : 1;
  if (known.kind === 'weekend') return season * dip * (WEEKDAY[weekday(day) - 1] ?? 1);
  return season * dip * (known.kind === 'make-up-workday' ? 0.85 : (WEEKDAY[weekday(day) - 1] ?? 1)) * catchUp(day);
}

function catchUp(day: string): number {
  let workdays = 0;
  for (let back = 1; back < 12 && workdays < CATCH_UP.length; back += 1) {
    const { kind } = dayKind(addCalendarDays(day, -back));
    if (kind === 'workday' || kind === 'make-up-workday') workdays += 1;
    else if (kind === 'holiday') {
      return dayKind(addCalendarDays(day, -back - 2)).kind === 'holiday' ? (CATCH_UP[workdays] ?? 1) : 1;
    }
  }
  return 1;
}

/**
 * A daily series with the Chinese calendar and three outbreaks of 2 to 12 standard
 * deviations in its last 213 days, a Poisson number of cases with log-normal delays.
 */
export function dailyOutbreakSeries(
  seed: number,
  { mean, phi, trend }: DailyScenario,
  repeat: number,
): Pick<OutbreakSeries, 'counts'> & { readonly outbreaks: readonly DailyOutbreak[] } {
  const chance = new Chance(seed, Math.round(mean * 1000 + phi * 10 + trend), repeat);
  const first = dayNumber(FIRST_DAY);
  const meanOf = (i: number) => mean * weightOf(first + i) * Math.exp((trend * i) / 365.25);
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
