import type { IsoDay } from '@tocsin/contracts';
import { lastEvents } from '../facts/alert-columns.ts';
import { wholeCompany } from '../facts/scope.ts';
import { Signal } from '../rows/warnings.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { type Sql, sql } from '../sql/sql.ts';

/**
 * The signals from a bucket on (months and quarters from `slowFrom` on), of every series that had a level in them or has an
 * open warning: all that the alert stage may have to decide on. By rule, version, series and bucket, the newest evaluation of each.
 */
export const alarmingSignals = ({
  from,
  slowFrom,
}: {
  readonly from: IsoDay;
  readonly slowFrom: IsoDay;
}): Query<Signal> => ({
  name: 'alarming-signals',
  row: Signal,
  sql: sql`
    SELECT rule_id AS ruleId, rule_version AS ruleVersion, series_key AS seriesKey, slice, grain, bucket, observed,
           expected, upper, p_value AS pValue, score, verdict, level, note, members, evaluated_at AS evaluatedAt
    FROM signal FINAL
    WHERE ${since(from, slowFrom)} AND (rule_id, series_key) IN (
      SELECT rule_id, series_key FROM signal WHERE ${since(from, slowFrom)} AND level != ''
      UNION DISTINCT
      SELECT rule_id, series_key FROM (${lastEvents(wholeCompany)}) WHERE state = 'open')
    ORDER BY ruleId, ruleVersion, seriesKey, bucket`,
});

const since = (from: IsoDay, slowFrom: IsoDay): Sql =>
  sql`bucket >= if(grain IN ('month', 'quarter'), ${bind(slowFrom, 'Date')}, ${bind(from, 'Date')})`;
