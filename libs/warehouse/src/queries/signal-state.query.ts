import { z } from 'zod';
import { Count, MaybeInstant } from '../rows/scalars.ts';
import { instant } from '../sql/instant.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

const SignalState = z.object({ newest: MaybeInstant, rows: Count, changedFrom: z.iso.date().nullable() });
export type SignalState = z.output<typeof SignalState>;

/**
 * The newest evaluation and the number of stored rows: as long as both stay, no signal has changed. `changedFrom` is the
 * earliest bucket that was evaluated at or after `since`.
 */
export const signalState = ({ since }: { readonly since: Date }): Query<SignalState> => ({
  name: 'signal-state',
  row: SignalState,
  sql: sql`
    SELECT maxOrNull(evaluated_at) AS newest, count() AS rows,
           minOrNullIf(bucket, evaluated_at >= ${instant(since)}) AS changedFrom
    FROM signal`,
});
