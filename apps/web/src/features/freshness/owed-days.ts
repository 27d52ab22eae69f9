import type { MissingDays, Sentence } from '@tocsin/contracts';
import { addDays } from '../../i18n/days.ts';

/** The days of a period that overdue feeds leave out. */
export interface OwedDays {
  /** The first of them. */
  readonly from: string;
  /** Each day once, however many feeds owe it. */
  readonly days: number;
  readonly feeds: readonly Sentence[];
}

/** What overdue feeds leave out of the days `from ≤ day < until`; undefined where nothing. */
export function owedDays(
  missing: readonly Pick<MissingDays, 'label' | 'from' | 'until'>[],
  { from, until }: { readonly from: string; readonly until: string },
): OwedDays | undefined {
  const inside = missing.filter((days) => days.from < until && days.until > from);
  const days = new Set<string>();
  for (const one of inside) {
    const end = one.until < until ? one.until : until;
    for (let day = one.from > from ? one.from : from; day < end; day = addDays(day, 1)) days.add(day);
  }
  const [first] = [...days].sort();
  return first === undefined ? undefined : { from: first, days: days.size, feeds: inside.map(({ label }) => label) };
}

/** The first day after all that is here or owed: how far a trend is drawn, so that a late feed leaves a visible gap. */
export const drawnUntil = (edge: string, missing: readonly Pick<MissingDays, 'until'>[]): string =>
  missing.reduce((latest, { until }) => (until > latest ? until : latest), edge);
