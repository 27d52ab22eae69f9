import type { z } from 'zod';
import { OutcomeRecord } from '../rows/backtests.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

/** What came out of some back-tests, in the order of their questions; `withLists` with every warning. */
export const backtestOutcomes = ({
  ids,
  withLists,
}: {
  readonly ids: readonly string[];
  readonly withLists: boolean;
}): Query<z.output<typeof OutcomeRecord>> => ({
  name: 'backtest-outcomes',
  row: OutcomeRecord,
  sql: sql`
    SELECT backtest_id AS backtestId, place, summary, ${withLists ? sql`list` : sql`'[]' AS list`}
    FROM backtest_outcome FINAL
    WHERE backtest_id IN ${bind(ids, 'Array(String)')}
    ORDER BY backtestId, place`,
});
