import { list } from '../facts/columns.ts';
import { identifier } from '../sql/identifier.ts';
import { type Sql, sql } from '../sql/sql.ts';

/** Every column of a complaint in a list, by its name there. */
const columns = {
  id: sql`complaint_id`,
  receivedAt: sql`received_at`,
  source: sql`source`,
  region: sql`report_region`,
  organisation: sql`organisation`,
  line: sql`line`,
  product: sql`product`,
  salesChannel: sql`sales_channel`,
  intakeChannel: sql`intake_channel`,
  link: sql`link`,
  reason: sql`reason`,
  department: sql`department`,
  status: sql`status`,
  outcome: sql`outcome`,
  repeat: sql`is_repeat`,
  escalated: sql`is_escalated`,
  groupSize: sql`group_size`,
  dueOn: sql`due_on`,
  dueBy: sql`if(due_by IN ('rules', 'events'), 'rules', 'source')`,
  closedAt: sql`closed_at`,
  narrative: sql`narrative`,
} as const;
export type CaseColumn = keyof typeof columns;

export const caseColumnNames = Object.keys(columns) as readonly CaseColumn[];

/** `complaint_id AS id, …` */
export const selectedColumns = (names: readonly CaseColumn[]): Sql =>
  list(names.map((name) => sql`${columns[name]} AS ${identifier(name, caseColumnNames)}`));
