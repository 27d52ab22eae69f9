import { ActionRecord, type OperatorAction } from '../rows/corrections.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { type Sql, allOf, sql } from '../sql/sql.ts';

interface ActionsQuestion {
  readonly kind?: OperatorAction['kind'];
  readonly subject?: string;
  readonly state?: ActionRecord['state'];
}

/** What has been asked for and what became of it, the oldest first. */
export function operatorActions({ kind, subject, state }: ActionsQuestion): Query<ActionRecord> {
  const conditions: Sql[] = [];
  if (kind !== undefined) conditions.push(sql`kind = ${bind(kind, 'String')}`);
  if (subject !== undefined) conditions.push(sql`subject = ${bind(subject, 'String')}`);
  if (state !== undefined) conditions.push(sql`state = ${bind(state, 'String')}`);
  return {
    name: 'operator-actions',
    row: ActionRecord,
    sql: sql`
      SELECT asked.action_id AS id, kind, subject, by, person_key AS key, shown, reason, requested_at AS requestedAt,
             requested_by AS requestedBy, ifNull(outcome.state, 'waiting') AS state, outcome.finished_at AS finishedAt,
             ifNull(outcome.complaints, 0) AS complaints, ifNull(outcome.error, '') AS error
      FROM (SELECT * FROM operator_action FINAL) AS asked
      LEFT JOIN (SELECT * FROM action_outcome FINAL) AS outcome USING (action_id)
      WHERE ${allOf(conditions)}
      ORDER BY requestedAt, id`,
  };
}
