import type { IsoDay } from '@tocsin/contracts';
import { Signal } from '../rows/warnings.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { type Sql, allOf, sql } from '../sql/sql.ts';

export interface SignalsQuestion {
  /** First days of buckets, `from ≤ bucket < until`. */
  readonly from: IsoDay;
  readonly until: IsoDay;
  readonly ruleId?: string;
  readonly ruleVersion?: number;
  readonly seriesKey?: string;
}

/** The newest evaluation of each bucket, by rule, series and bucket. */
export const signals = (question: SignalsQuestion): Query<Signal> => ({
  name: 'signals',
  row: Signal,
  sql: sql`
    SELECT rule_id AS ruleId, rule_version AS ruleVersion, series_key AS seriesKey, slice, grain, bucket, observed,
           expected, upper, p_value AS pValue, score, verdict, level, note, members, evaluated_at AS evaluatedAt
    FROM signal FINAL
    WHERE ${allOf(conditions(question))}
    ORDER BY ruleId, ruleVersion, seriesKey, bucket`,
});

function conditions({ from, until, ruleId, ruleVersion, seriesKey }: SignalsQuestion): Sql[] {
  const all = [sql`bucket >= ${bind(from, 'Date')}`, sql`bucket < ${bind(until, 'Date')}`];
  if (ruleId !== undefined) all.push(sql`rule_id = ${bind(ruleId, 'String')}`);
  if (ruleVersion !== undefined) all.push(sql`rule_version = ${bind(ruleVersion, 'UInt32')}`);
  if (seriesKey !== undefined) all.push(sql`series_key = ${bind(seriesKey, 'String')}`);
  return all;
}
