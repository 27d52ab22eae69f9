import { z } from 'zod';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

const ErasedKey = z.object({ key: z.string() });

/** Keyed hashes of everybody, and of every complaint, that must not come in again. */
export const erasedKeys = (): Query<z.infer<typeof ErasedKey>> => ({
  name: 'erased-keys',
  row: ErasedKey,
  sql: sql`SELECT DISTINCT key FROM erased ORDER BY key`,
});
