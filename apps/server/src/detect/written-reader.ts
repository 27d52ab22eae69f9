import { type Period, type Signal, type Warehouse, signals } from '@tocsin/warehouse';

/** Reads what a rule has written for buckets `from ≤ bucket < until`: of all its versions, the newest of each last. */
export type WrittenReader = (ruleId: string, range: Period) => Promise<readonly Signal[]>;

/** What stands in the table. */
export const writtenIn =
  (warehouse: Warehouse): WrittenReader =>
  (ruleId, range) =>
    warehouse.rows(signals({ ...range, ruleId }));
