import { dimensions } from '@tocsin/contracts';
import { z } from 'zod';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

export const SeenCodes = z.object({ dimension: z.enum(dimensions), codes: z.array(z.string()) });
export type SeenCodes = z.infer<typeof SeenCodes>;

/**
 * The codes that complaints carry, for the dimensions whose codes form trees: what a table lists is not all that comes. The whole
 * company's, since they only help to translate; nobody is shown them.
 */
export const seenCodes = (): Query<SeenCodes> => ({
  name: 'seen-codes',
  row: SeenCodes,
  sql: sql`
    SELECT 'organisation' AS dimension, arraySort(groupUniqArray(toString(organisation))) AS codes FROM cube_daily_organisation
    UNION ALL
    SELECT 'line' AS dimension, arraySort(groupUniqArray(toString(line))) AS codes FROM cube_daily_line
    UNION ALL
    SELECT 'reason' AS dimension, arraySort(groupUniqArray(toString(reason))) AS codes FROM cube_daily_cause`,
});
