import { dayKind, daysBetween, isoDay, springFestival, weekdayOf } from '@tocsin/calendar';
import type { Sector } from '../master/regions.ts';

/** Monday to Sunday; about a third of a workday's cases at weekends. */
const WEEKDAY = [1.18, 1.08, 1.04, 1, 0.95, 0.36, 0.3];

/** The workdays after a festival catch up: first, second, third. */
const CATCH_UP = [1.35, 1.18, 1.08];

/** Days from 15 March (consumer rights day, 3·15) → factor: a build-up, a peak, an echo. */
const CONSUMER_DAY = new Map([
  [-3, 1.1],
  [-2, 1.2],
  [-1, 1.4],
  [0, 1.9],
  [1, 1.7],
  [2, 1.5],
  [3, 1.35],
  [4, 1.25],
  [5, 1.15],
  [6, 1.1],
  [7, 1.05],
]);

/** January … December: life follows the first-quarter sales season, property the summer's weather. */
const MONTH: Readonly<Record<Sector, readonly number[]>> = {
  life: [0.95, 0.92, 1.08, 1.1, 1.06, 1.02, 1, 0.99, 0.98, 0.96, 0.97, 0.97],
  property: [0.99, 0.94, 0.98, 0.97, 0.98, 1.02, 1.07, 1.08, 1.03, 0.98, 0.98, 0.98],
};

/** Growth in a year. */
const TREND = 1.06;

/**
 * The expected size of a day beside an average one, without chance: weekday, holidays, the dip before the Spring
 * Festival and the catching up after it, 3·15, season, trend. All shapes are assumed: no daily curve is published.
 * A year without calendar data knows only its weekdays and its Spring Festival.
 */
export function dayWeight(number: number, first: number, sector: Sector): number {
  const day = isoDay(number);
  const month = Number(day.slice(5, 7)) - 1;
  const peak = CONSUMER_DAY.get(daysBetween(`${day.slice(0, 4)}-03-15`, day)) ?? 1;
  const trend = TREND ** ((number - first) / 365.25);
  return kindWeight(number) * festivalWeight(day) * peak * (MONTH[sector][month] ?? 1) * trend;
}

function kindWeight(number: number): number {
  const known = dayKind(isoDay(number));
  const weekday = WEEKDAY[weekdayOf(number) - 1] ?? 1;
  switch (known.kind) {
    case 'holiday':
      return known.festival === 'spring-festival' ? 0.13 : 0.22;
    case 'make-up-workday':
      return 0.85;
    case 'workday':
      return weekday * catchUp(number);
    case 'weekend':
    case 'no-data':
      return weekday;
  }
}

/** How many workdays lie between this one and a holiday of at least three days just before it. */
function catchUp(number: number): number {
  let workdays = 0;
  for (let back = number - 1; back > number - 12; back -= 1) {
    const { kind } = dayKind(isoDay(back));
    if (kind === 'workday' || kind === 'make-up-workday') workdays += 1;
    else if (kind === 'holiday' && dayKind(isoDay(back - 2)).kind === 'holiday') return CATCH_UP[workdays] ?? 1;
    if (workdays >= CATCH_UP.length) return 1;
  }
  return 1;
}

/** The week before the festival empties. */
function festivalWeight(day: string): number {
  const festival = springFestival(Number(day.slice(0, 4)));
  if (festival === undefined) return 1;
  const ahead = daysBetween(day, festival);
  return ahead > 0 && ahead <= 8 ? 0.6 + 0.04 * ahead : 1;
}
