import { lastEvents } from '../facts/alert-columns.ts';
import { AlertCounts } from '../rows/warnings.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { type Sql, sql } from '../sql/sql.ts';
import { type AlertsQuestion, alertConditions } from './list-alerts.query.ts';

/**
 * How many warnings the same question lists in all. The levels count the open ones of what is asked about, whatever state
 * and level are asked for; `data` the open data warnings.
 */
export function countAlerts(question: AlertsQuestion): Query<AlertCounts> {
  const { about, ruleId, scope } = question;
  const open = (level: string): Sql =>
    sql`countIf(${alertConditions({ state: 'open', about, ruleId, scope })} AND level = ${bind(level, 'String')})`;
  return {
    name: 'count-alerts',
    row: AlertCounts,
    sql: sql`
    SELECT countIf(${alertConditions(question)}) AS total,
           ${open('blue')} AS blue,
           ${open('yellow')} AS yellow,
           ${open('orange')} AS orange,
           ${open('red')} AS red,
           countIf(state = 'open' AND feed != '') AS data
    FROM (${lastEvents(scope)})`,
  };
}
