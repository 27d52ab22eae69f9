import type { z } from 'zod';
import { BacktestRecord } from '../rows/backtests.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { emptySql, sql } from '../sql/sql.ts';

/** The newest back-tests first; with `id` that one alone. */
export const listBacktests = ({
  limit,
  id,
}: {
  readonly limit: number;
  readonly id?: string;
}): Query<z.output<typeof BacktestRecord>> => ({
  name: 'list-backtests',
  row: BacktestRecord,
  sql: sql`
    SELECT body AS backtest
    FROM backtest FINAL
    ${id === undefined ? emptySql : sql`WHERE backtest_id = ${bind(id, 'String')}`}
    ORDER BY at DESC, backtest_id
    LIMIT ${bind(limit, 'UInt32')}`,
});
