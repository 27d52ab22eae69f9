import type { IsoDay } from '@tocsin/contracts';

/** Days `from ≤ day < until`. */
export interface Period {
  readonly from: IsoDay;
  readonly until: IsoDay;
}
