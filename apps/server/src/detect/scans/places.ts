import { daysBetween } from '@tocsin/calendar';
import { type IsoDay, reportingRegion } from '@tocsin/contracts';
import type { Period } from '@tocsin/warehouse';
import { mappedRegions } from '@tocsin/detection';
import { type Coverage, addedUp } from '../covered-days.ts';
import { FROM_THE_START_DAYS } from '../known-codes.ts';
import type { LeftOut, ScanQuestion } from './scan-question.ts';
import type { CountsByDay, SliceCounts } from '../slice-columns.ts';

/** A place with its cases by day; null on days without data, and before the place was there. */
export interface Place {
  readonly code: string;
  readonly days: readonly (number | null)[];
}

export interface Places {
  readonly places: readonly Place[];
  /** All cases together, wherever they came from. */
  readonly whole: Place;
  readonly leftOut: readonly LeftOut[];
}

/** The days `from ≤ day < until` of a question's counts, and which of them data cover. */
export interface CountedDays extends Period {
  readonly firstDay: IsoDay;
  readonly coverage: Coverage;
}

/** Places that can be looked at, from their counts by day. One without data in any of the periods is left out. */
export function placesOf(
  question: Pick<ScanQuestion, 'over' | 'periods'>,
  rows: readonly SliceCounts[],
  days: CountedDays,
): Places {
  const places: Place[] = [];
  const leftOut: LeftOut[] = [];
  const company = coveredDays(days, days.coverage.company);
  for (const { codes, ...counts } of rows) {
    const code = codes[0] ?? '';
    if (!isKnown(question.over, code)) {
      leftOut.push({ code, reason: 'unknown-place' });
      continue;
    }
    const gaps = question.over === 'organisations' ? [] : (days.coverage.byRegion.get(reportingRegion(code)) ?? []);
    const covered = gaps.length === 0 ? company : coveredDays(days, [...days.coverage.company, ...gaps]);
    const place = { code, days: countsOf(counts, covered, days) };
    const isSilent = question.periods.some((period) => sumOf(place, days.from, period) === null);
    if (isSilent) leftOut.push({ code, reason: 'missing-data' });
    else places.push(place);
  }
  return { places, leftOut, whole: { code: '', days: countsOf(addedUp(rows), company, days) } };
}

/** Cases of a period; null where one of its days has no data. */
export function sumOf({ days }: Place, first: IsoDay, { from, until }: Period): number | null {
  let sum = 0;
  for (let day = daysBetween(first, from); day < daysBetween(first, until); day += 1) {
    const count = days[day] ?? null;
    if (count === null) return null;
    sum += count;
  }
  return sum;
}

/** The periods after the last one that lacks a day: what comes just after a gap may be what was held up. */
export function sinceTheGap(periods: readonly Period[], { company, wholeUntil }: Coverage): Period[] {
  const lacks = ({ from, until }: Period) =>
    company.some((gap) => gap.from < until && gap.until > from) || (wholeUntil !== undefined && until > wholeUntil);
  const last = periods.findLastIndex(lacks);
  return last < 0 ? [...periods] : periods.slice(last + 2);
}

function isKnown(over: ScanQuestion['over'], code: string): boolean {
  if (over === 'organisations') return code !== '';
  return mappedRegions.includes(over === 'cities' && code !== '' ? reportingRegion(code) : code);
}

function coveredDays({ from, until, firstDay }: CountedDays, gaps: Coverage['company']): Uint8Array {
  const covered = new Uint8Array(Math.max(0, daysBetween(from, until))).fill(1);
  const blank = (start: number, end: number) => covered.fill(0, Math.max(0, start), Math.max(0, end));
  blank(0, daysBetween(from, firstDay));
  for (const gap of gaps) blank(daysBetween(from, gap.from), daysBetween(from, gap.until));
  return covered;
}

function countsOf(
  { days, counts }: CountsByDay,
  covered: Uint8Array,
  { from, firstDay }: CountedDays,
): (number | null)[] {
  const found: (number | null)[] = Array.from(covered, (known) => (known === 1 ? 0 : null));
  days.forEach((day, i) => {
    if (day < found.length && found[day] !== null) found[day] = counts[i] ?? 0;
  });
  const first = Math.min(found.length, days[0] ?? found.length);
  const start = Math.max(0, daysBetween(from, firstDay));
  return first > start + FROM_THE_START_DAYS ? found.fill(null, 0, first) : found;
}

/** Of a past period's scan it is of no matter what has been missing since. */
export function coverageUntil(coverage: Coverage, end: IsoDay): Coverage {
  const before = (gaps: Coverage['company']) => gaps.filter((gap) => gap.from < end);
  const byRegion = [...coverage.byRegion].map(([region, gaps]) => [region, before(gaps)] as const);
  return {
    company: before(coverage.company),
    byRegion: new Map(byRegion.filter(([, gaps]) => gaps.length > 0)),
    wholeUntil: coverage.wholeUntil !== undefined && coverage.wholeUntil < end ? coverage.wholeUntil : undefined,
  };
}
