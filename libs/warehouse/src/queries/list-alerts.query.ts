import type { Level } from '@tocsin/contracts';
import { alertColumns, lastEvents } from '../facts/alert-columns.ts';
import type { Scope } from '../facts/scope.ts';
import { AlertRow } from '../rows/alert.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { type Sql, allOf, sql } from '../sql/sql.ts';

export interface AlertsQuestion {
  readonly state: 'open' | 'resolved' | 'any';
  readonly level?: Level;
  readonly about?: 'complaints' | 'data' | 'any';
  readonly ruleId?: string | undefined;
  readonly scope: Scope;
}

const aboutWhat = { complaints: [sql`feed = ''`], data: [sql`feed != ''`], any: [] };

export const alertConditions = ({ state, level, about = 'any', ruleId }: AlertsQuestion): Sql => {
  const all: Sql[] = [...aboutWhat[about]];
  if (state !== 'any') all.push(sql`state = ${bind(state, 'String')}`);
  if (level !== undefined) all.push(sql`level = ${bind(level, 'String')}`);
  if (ruleId !== undefined) all.push(sql`rule_id = ${bind(ruleId, 'String')}`);
  return allOf(all);
};

/** Warnings as they stand, the gravest first, then the latest changed. */
export const listAlerts = (
  question: AlertsQuestion & { readonly limit: number; readonly offset: number },
): Query<AlertRow> => ({
  name: 'list-alerts',
  row: AlertRow,
  sql: sql`
    SELECT ${alertColumns}
    FROM (${lastEvents(question.scope)})
    WHERE ${alertConditions(question)}
    ORDER BY indexOf(['red', 'orange', 'yellow', 'blue'], level), changedAt DESC, id
    LIMIT ${bind(question.limit, 'UInt32')} OFFSET ${bind(question.offset, 'UInt32')}`,
});
