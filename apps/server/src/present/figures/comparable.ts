import type { IsoDay } from '@tocsin/contracts';
import { type Period, comparisonPeriods } from '@tocsin/warehouse';

/** A day that no data cover: what lies there is unknown, so nothing is compared with it. */
const NOWHERE: Period = { from: '1971-01-01', until: '1971-01-02' };

export interface Comparable {
  /** What is counted: the period, without today while it still runs, so that only whole days are compared. */
  readonly elapsed: Period;
  readonly yearBefore: Period;
  readonly periodBefore: Period;
}

/**
 * A period and what it may fairly be compared with: as many whole days a year before and just before. A period that
 * begins today has no whole day yet: it is counted as far as it goes, and compared with nothing.
 */
export function comparable(period: Period, today: IsoDay): Comparable {
  if (period.from >= today) return { elapsed: period, yearBefore: NOWHERE, periodBefore: NOWHERE };
  return comparisonPeriods(period, today);
}
