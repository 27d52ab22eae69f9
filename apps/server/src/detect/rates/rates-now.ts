import type { Translation } from '@tocsin/contracts';
import { type Warehouse, ratesBySlice, wholeCompany } from '@tocsin/warehouse';
import type { RateReaders } from './rate-family.ts';

/** Reads what rates are made of as it is known now. */
export const ratesNow =
  (warehouse: Warehouse, translation: Translation): RateReaders['rates'] =>
  (asked) =>
    warehouse.rows(ratesBySlice({ ...asked, scope: wholeCompany, translation }));
