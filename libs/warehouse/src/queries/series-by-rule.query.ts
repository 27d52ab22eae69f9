import { z } from 'zod';
import { Count } from '../rows/scalars.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

const SeriesOfRule = z.object({ ruleId: z.string(), series: Count });
export type SeriesOfRule = z.output<typeof SeriesOfRule>;

/** How many series each rule judged in the newest bucket of its newest version. */
export const seriesByRule = (): Query<SeriesOfRule> => ({
  name: 'series-by-rule',
  row: SeriesOfRule,
  sql: sql`
    SELECT rule_id AS ruleId, uniqExact(series_key) AS series
    FROM signal
    WHERE (rule_id, rule_version, bucket) IN (
      SELECT rule_id, tupleElement(max((rule_version, bucket)), 1), tupleElement(max((rule_version, bucket)), 2)
      FROM signal
      GROUP BY rule_id)
    GROUP BY rule_id
    ORDER BY rule_id`,
});
