import { PullOutcome } from '../rows/pulls.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

/** How the last pull of each feed went; feeds that were never pulled are left out. */
export const pullOutcomes = (): Query<PullOutcome> => ({
  name: 'pull-outcomes',
  row: PullOutcome,
  sql: sql`
    SELECT feed, at, objects, trouble
    FROM pull_outcome FINAL
    ORDER BY feed`,
});
