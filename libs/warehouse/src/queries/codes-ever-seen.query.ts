import { everyVersion } from '../facts/as-known.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';
import { SeenCodes } from './seen-codes.query.ts';

/** As `seenCodes`, with the codes that only versions carried which have been corrected or withdrawn since. */
export const codesEverSeen = (): Query<SeenCodes> => ({
  name: 'codes-ever-seen',
  row: SeenCodes,
  sql: sql`
    SELECT pair.1 AS dimension, pair.2 AS codes
    FROM (
      SELECT arrayJoin([('organisation', arraySort(groupUniqArray(toString(organisation)))),
                        ('line', arraySort(groupUniqArray(toString(line)))),
                        ('reason', arraySort(groupUniqArray(toString(reason))))]) AS pair
      FROM ${everyVersion})`,
});
