import type { Translation } from '@tocsin/contracts';
import type { Warehouse } from '@tocsin/warehouse';
import { findUncovered } from '../covered-days.ts';
import type { CountsReader } from '../kept-counts.ts';
import type { KnownThen } from '../planned-families.ts';
import { exposureOver } from './exposure-over.ts';
import type { ScanReaders } from './rule-scans.ts';

interface KnownNow extends Pick<KnownThen, 'today' | 'firstDay' | 'delivered' | 'holidays'> {
  readonly counts: CountsReader;
  readonly translation: Translation;
}

/** Where a rule finds what it looks at as it is now, but for what was written. */
export const scanReadersNow = (
  warehouse: Warehouse,
  { counts, translation, ...known }: KnownNow,
): Omit<ScanReaders, 'written'> => ({
  counts,
  uncovered: (from) => findUncovered(counts, { ...known, from }),
  exposure: (question) => exposureOver(warehouse, question, { translation, today: known.today }),
});
