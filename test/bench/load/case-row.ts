import { reportingRegion } from '@tocsin/contracts';
import type { FullRecord } from '@tocsin/synthetic';

/** The table that other databases answer from: one row a complaint, what the questions need, no narratives. */
export const caseColumns = [
  ['complaint_id', 'varchar'],
  ['day', 'date'],
  ['kind', 'varchar'],
  ['is_repeat', 'boolean'],
  ['is_escalated', 'boolean'],
  ['source', 'varchar'],
  ['intake_channel', 'varchar'],
  ['region', 'varchar'],
  ['organisation', 'varchar'],
  ['line', 'varchar'],
  ['product', 'varchar'],
  ['sales_channel', 'varchar'],
  ['link', 'varchar'],
  ['reason', 'varchar'],
  ['status', 'varchar'],
  ['due_on', 'date'],
  ['closed_on', 'date'],
] as const;

export const createCases = `CREATE TABLE cases (${caseColumns.map(([name, type]) => `${name} ${type}`).join(', ')})`;
export const createExposure =
  'CREATE TABLE exposure (month date, region varchar, organisation varchar, line varchar, premium double precision, policies double precision, person_times double precision)';

/** Tab-separated, \N for unknown: what COPY takes. */
export function caseRow(row: FullRecord): string {
  const cells = [
    row.complaint_id,
    row.received_at.slice(0, 10),
    row.kind,
    row.is_repeat,
    row.is_escalated,
    row.source,
    row.intake_channel,
    reportingRegion(row.region),
    row.organisation,
    row.line,
    row.product,
    row.sales_channel,
    row.link,
    row.reason,
    row.status,
    row.due_on === '' ? '\\N' : row.due_on,
    row.closed_at === '' ? '\\N' : row.closed_at.slice(0, 10),
  ];
  return `${cells.join('\t')}\n`;
}
