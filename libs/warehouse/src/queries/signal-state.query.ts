import { z } from 'zod';
import { Count, MaybeInstant } from '../rows/scalars.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

const SignalState = z.object({ newest: MaybeInstant, rows: Count });
export type SignalState = z.output<typeof SignalState>;

/** The newest evaluation and the number of stored rows: as long as both stay, no signal has changed. */
export const signalState = (): Query<SignalState> => ({
  name: 'signal-state',
  row: SignalState,
  sql: sql`SELECT maxOrNull(evaluated_at) AS newest, count() AS rows FROM signal`,
});
