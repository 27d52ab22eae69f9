import { PullOutcome } from '../rows/pulls.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

/** How data last came by each feed that is pulled or has a folder; feeds by which nothing was ever tried are left out. */
export const pullOutcomes = (): Query<PullOutcome> => ({
  name: 'pull-outcomes',
  row: PullOutcome,
  sql: sql`
    SELECT feed, at, objects, trouble
    FROM pull_outcome FINAL
    ORDER BY feed`,
});
