import { addCalendarDays, dayKind } from '@tocsin/calendar';
import { type Point, dailyRegression, farringtonFlexible } from '@tocsin/detection';
import { FIRST_JUDGED_WEEK } from '@tocsin/synthetic';
import { type Score, addOutbreak, addQuiet, emptyScore } from './score.ts';

export interface JudgedWeeks {
  readonly group: string;
  readonly counts: readonly number[];
  readonly outbreak: ReadonlySet<number>;
}

export interface JudgedDays {
  readonly group: string;
  readonly first: string;
  readonly counts: readonly number[];
  readonly from: number;
  readonly outbreaks: readonly { readonly size: number; readonly days: ReadonlySet<number> }[];
}

const pointsOf = (counts: readonly number[], first: string, step: number): Point[] =>
  counts.map((count, i) => ({ at: addCalendarDays(first, step * i), count, complete: true }));

/** The weekly default over series whose last 49 weeks hold one outbreak each. */
export function judgeWeeks(all: readonly JudgedWeeks[]): Score {
  const score = emptyScore();
  for (const { group, counts, outbreak } of all) {
    const verdicts = farringtonFlexible(pointsOf(counts, '2001-01-01', 7), {}, FIRST_JUDGED_WEEK);
    const isAlarm = verdicts.map(({ verdict }) => verdict === 'excess');
    isAlarm.forEach((alarm, i) => {
      if (!outbreak.has(FIRST_JUDGED_WEEK + i)) addQuiet(score, group, alarm);
    });
    const isFound = [...outbreak].some((week) => isAlarm[week - FIRST_JUDGED_WEEK]);
    if (outbreak.size > 0) addOutbreak(score, 'all', isFound);
  }
  return score;
}

/** Three days before a holiday or make-up workday to seven days after. */
function isNearHoliday(day: string): boolean {
  for (let shift = -7; shift <= 3; shift += 1) {
    const { kind } = dayKind(addCalendarDays(day, shift));
    if (kind === 'holiday' || kind === 'make-up-workday') return true;
  }
  return false;
}

export const NEAR = 'near holidays';
const SIZES = [
  [4, '2–4'],
  [8, '5–8'],
  [12, '9–12'],
] as const;

/** The daily default over series with three outbreaks each. */
export function judgeDays(all: readonly JudgedDays[]): Score {
  const score = emptyScore();
  for (const { first, counts, from, outbreaks } of all) {
    const points = pointsOf(counts, first, 1);
    const verdicts = dailyRegression(points, {}, { from });
    const isAlarm = verdicts.map(({ verdict }) => verdict === 'excess');
    const isOutbreak = new Set(outbreaks.flatMap(({ days }) => [...days]));
    verdicts.forEach(({ at }, i) => {
      if (isOutbreak.has(from + i)) return;
      addQuiet(score, isNearHoliday(at) ? NEAR : 'other days', isAlarm[i] ?? false);
    });
    for (const { size, days } of outbreaks) {
      const name = SIZES.find(([most]) => size <= most)?.[1] ?? 'larger';
      if (days.size > 0)
        addOutbreak(
          score,
          name,
          [...days].some((day) => isAlarm[day - from]),
        );
    }
  }
  return score;
}
