import { z } from 'zod';
import { Digits } from '../rows/scalars.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

const NewestMark = z.object({ mark: Digits });

/** The greatest mark or revision ever given out; '0' in a new database. */
export const newestMark = (): Query<z.infer<typeof NewestMark>> => ({
  name: 'newest-mark',
  row: NewestMark,
  sql: sql`
    SELECT greatest(
      (SELECT max(mark) FROM touched_month),
      (SELECT max(revision) FROM import_batch),
      (SELECT max(revision) FROM action_outcome),
      (SELECT max(revision) FROM session)) AS mark`,
});
