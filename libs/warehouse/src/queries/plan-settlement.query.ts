import type { z } from 'zod';
import { type BatchShape, batchBesideStored, lookUpSettings } from '../facts/stored-state.ts';
import { Settlement } from '../rows/imports.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

const Plan = Settlement.omit({ batchId: true });

/**
 * What settling a batch will do, before anything is written. Per complaint, its greatest version in the batch is an
 * addition, an update, a duplicate or outdated against the stored one; lesser versions beside it are outdated, equal
 * ones duplicates. So the four always add up to the rows, whatever their order in the file.
 */
export const planSettlement = (shape: BatchShape): Query<z.output<typeof Plan>> => ({
  name: 'plan-settlement',
  row: Plan,
  sql: sql`
    SELECT sum(n) AS rows,
           countIf(stored IS NULL) AS added,
           countIf(top > stored) AS updated,
           sum(n - versions) + countIf(again) AS duplicate,
           rows - added - updated - duplicate AS outdated,
           sumIf(arrayCount(d -> d != day, days), top > stored) AS moved,
           arraySort(groupUniqArrayArrayIf(
             arrayMap(d -> toStartOfMonth(d), arrayPushBack(days, day)), stored IS NULL OR top > stored)) AS months
    FROM (${batchBesideStored(shape)})
    ${lookUpSettings(shape)}`,
});
