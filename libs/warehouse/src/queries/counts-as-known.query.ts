import type { SumId, Translation } from '@tocsin/contracts';
import { z } from 'zod';
import { type Knowledge, STILL_KNOWN, versionsAsKnown } from '../facts/as-known.ts';
import { complaintColumn, complaintDay, hasDay, list } from '../facts/columns.ts';
import { rowSums } from '../facts/row-sums.ts';
import { type SliceFilter, complaintConditions, filteredDimensions } from '../facts/slice-filter.ts';
import { type Split, splitOf } from '../facts/split.ts';
import { askedFor, translatedRows } from '../facts/translated.ts';
import { allOf, emptySql, sql } from '../sql/sql.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { clockOfSum } from '../tables/cubes.ts';

export interface CountsAsKnownQuestion extends Knowledge {
  /** What is counted; `rows` counts whatever came in, of any kind. Who was chased lies in other rows: that cannot be asked. */
  readonly sum: Exclude<SumId, 'chased'> | 'rows';
  readonly filter: SliceFilter;
  readonly split: readonly Split[];
  readonly translation?: Translation | undefined;
}

const Changes = z.object({
  /** One code per entry of `split`, in its order. */
  codes: z.array(z.string()),
  /** When the count changed, in unix seconds, ascending; the day whose count it is, in days since 1970; by how much. */
  moments: z.array(z.number()),
  days: z.array(z.number()),
  changes: z.array(z.number()),
});
export type CountChanges = z.output<typeof Changes>;

/**
 * How the counts of every slice and day came about: each moment at which one changed, by a row that came, was corrected
 * or went with its batch. Added up to a moment they are the counts as they were known then. The whole company's: what was
 * known then is nobody's slice.
 *
 * Of a complaint's versions the greatest that counts at a moment is the one, as in `complaint`; where its batch is gone
 * the one before stands again.
 */
export function countsAsKnown(question: CountsAsKnownQuestion): Query<CountChanges> {
  const { sum, split, translation, ...knowledge } = question;
  const filter = askedFor(question.filter, translation);
  const clock = sum === 'rows' ? 'received' : clockOfSum(sum);
  const counts = allOf([...hasDay[clock], ...complaintConditions(filter)]);
  const amount = sum === 'rows' ? sql`1` : rowSums[sum];
  const codes = list(split.map((part) => sql`toString(${splitOf(part, complaintColumn)})`));
  const rows = translatedRows({
    ...{ table: versionsAsKnown(knowledge), own: [], scope: emptySql, slices: [], day: sql`toDate(received_at)` },
    ...{ translation, column: complaintColumn },
    needed: [...split.map(({ dimension }) => dimension), ...filteredDimensions(filter)],
  });
  return {
    name: 'counts-as-known',
    row: Changes,
    sql: sql`
      SELECT codes, arrayMap(c -> c.1, found) AS moments, arrayMap(c -> c.2, found) AS days, arrayMap(c -> c.3, found) AS changes
      FROM (
        SELECT codes, arraySort(groupArray((moment, day, n))) AS found
        FROM (
          SELECT change.1 AS codes, change.2 AS day, change.3 AS moment, toInt32(sum(change.4)) AS n
          FROM (
            SELECT arraySort(groupArray((known_version, known_from, known_until, codes, day, n))) AS known,
                   arraySort(arrayDistinct(arrayConcat(
                     arrayMap(v -> v.2, known),
                     arrayFilter(t -> t < ${bind(STILL_KNOWN, 'UInt32')}, arrayMap(v -> v.3, known))))) AS moments,
                   arrayMap(t -> arrayLast(v -> v.2 <= t AND v.3 > t, known), moments) AS standing,
                   arrayJoin(arrayFilter(c -> c.4 != 0, arrayConcat(
                     arrayMap((t, v) -> (v.4, v.5, t, v.6), moments, standing),
                     arrayMap((t, v) -> (v.4, v.5, t, -v.6), arrayPopFront(moments), arrayPopBack(standing))))) AS change
            FROM (
              SELECT complaint_id, version AS known_version, known_from, known_until,
                     if(${counts}, toInt32(${amount}), 0) AS n,
                     if(n = 0, CAST([], 'Array(String)'), CAST([${codes}], 'Array(String)')) AS codes,
                     if(n = 0, 0, toUInt32(toUInt16(${complaintDay[clock]}))) AS day
              ${rows})
            GROUP BY complaint_id)
          GROUP BY codes, day, moment
          HAVING n != 0)
        GROUP BY codes)
      ORDER BY codes`,
  };
}
