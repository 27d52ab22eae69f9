import { lastEvents } from '../facts/alert-columns.ts';
import { AlertCounts } from '../rows/warnings.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';
import { type AlertsQuestion, alertConditions } from './list-alerts.query.ts';

/** How many warnings the same question lists in all; the levels count the open ones, whatever is asked. */
export const countAlerts = (question: AlertsQuestion): Query<AlertCounts> => ({
  name: 'count-alerts',
  row: AlertCounts,
  sql: sql`
    SELECT countIf(${alertConditions(question)}) AS total,
           countIf(state = 'open' AND level = 'blue') AS blue,
           countIf(state = 'open' AND level = 'yellow') AS yellow,
           countIf(state = 'open' AND level = 'orange') AS orange,
           countIf(state = 'open' AND level = 'red') AS red
    FROM (${lastEvents(question.scope)})`,
});
