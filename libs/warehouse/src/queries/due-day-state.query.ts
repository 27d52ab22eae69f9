import { z } from 'zod';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

const DueDayState = z.object({ state: z.string() });

/** Another text whenever something changed that due days depend on: complaints, events, rules, holidays. */
export const dueDayState = (): Query<z.output<typeof DueDayState>> => ({
  name: 'due-day-state',
  row: DueDayState,
  sql: sql`
    SELECT concat(toString((SELECT max(mark) FROM touched_month)), '-', toString(max(version)), '-', toString(count())) AS state
    FROM reference_version FINAL
    WHERE table_name IN ('case_event', 'deadline_rule', 'calendar')`,
});
