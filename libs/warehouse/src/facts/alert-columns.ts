import { type Sql, sql } from '../sql/sql.ts';
import { type Scope, withinScope } from './scope.ts';

/** The columns of `alert_event` as an `AlertEventRecord`. */
export const alertEventColumns: Sql = sql`
  alert_id AS alertId, seq, kind, at, bucket, level, because, rule_id AS ruleId, rule_version AS ruleVersion,
  rule_label AS ruleLabel, series_key AS seriesKey, slice, feed, grain, state, peak_level AS peakLevel, opened_at AS openedAt,
  resolved_at AS resolvedAt, first_bucket AS firstBucket, last_bucket AS lastBucket, observed, expected, upper,
  p_value AS pValue, headline, contributors, memory`;

/** The columns of a warning's last event as the contract's `Alert`. */
export const alertColumns: Sql = sql`
  alert_id AS id, rule_id AS ruleId, rule_version AS ruleVersion, rule_label AS ruleLabel, slice, grain, state, level,
  peak_level AS peakLevel, opened_at AS openedAt, at AS changedAt, resolved_at AS resolvedAt, first_bucket AS firstBucket,
  last_bucket AS lastBucket, observed, expected, upper, p_value AS pValue, headline, feed`;

/** The last event of every warning that the caller may see: its current state. */
export const lastEvents = (scope: Scope): Sql => sql`
  SELECT *
  FROM alert_event FINAL
  WHERE 1${withinScope(scope)}
  ORDER BY alert_id, seq DESC
  LIMIT 1 BY alert_id`;
