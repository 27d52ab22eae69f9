import { z } from 'zod';
import { firstDay, lastDay } from '../facts/coverage.ts';
import { dataVersionText } from '../facts/data-version.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

const Coverage = z.object({
  firstDay: z.iso.date().nullable(),
  lastDay: z.iso.date().nullable(),
  dataVersion: z.string(),
});
export type Coverage = z.output<typeof Coverage>;

/** Between which days there are data, and the state of the figures: `freshness` without what only a reader wants. */
export const coverage = (): Query<Coverage> => ({
  name: 'coverage',
  row: Coverage,
  sql: sql`
    SELECT nullIf(${firstDay}, toDate(0)) AS firstDay, nullIf(${lastDay}, toDate(0)) AS lastDay,
           ${dataVersionText} AS dataVersion`,
});
