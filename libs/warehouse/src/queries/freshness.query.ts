import { z } from 'zod';
import { firstDay, lastDay } from '../facts/coverage.ts';
import { dataVersionText } from '../facts/data-version.ts';
import { type Scope, withinScope } from '../facts/scope.ts';
import { MaybeInstant } from '../rows/scalars.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

const Freshness = z.object({
  receivedUntil: MaybeInstant,
  firstDay: z.iso.date().nullable(),
  lastDay: z.iso.date().nullable(),
  lastImportAt: MaybeInstant,
  dataVersion: z.string(),
});
export type Freshness = z.output<typeof Freshness>;

/** The newest complaint the caller may see, the days that data cover, the last finished import; nulls without data. */
export const freshness = ({ scope }: { readonly scope: Scope }): Query<Freshness> => ({
  name: 'freshness',
  row: Freshness,
  sql: sql`
    SELECT (SELECT maxOrNull(received_at) FROM complaint FINAL WHERE toDate(received_at) >= ${lastDay} - 31${withinScope(scope)}) AS receivedUntil,
           nullIf(${firstDay}, toDate(0)) AS firstDay,
           nullIf(${lastDay}, toDate(0)) AS lastDay,
           (SELECT maxOrNull(finished_at) FROM import_batch FINAL WHERE state = 'done' AND dry_run = 0) AS lastImportAt,
           ${dataVersionText} AS dataVersion`,
});
