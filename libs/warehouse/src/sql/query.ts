import type { z } from 'zod';
import type { Sql } from './sql.ts';

/** One question: its name (goes to `log_comment`), the shape of its rows, its SQL. */
export interface Query<Row> {
  readonly name: string;
  readonly row: z.ZodType<Row>;
  readonly sql: Sql;
  /** The table that answers: a cube or `complaint`. Only for questions about complaints. */
  readonly answeredBy?: string;
}
