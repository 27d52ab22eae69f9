import { ComplaintFilter, type ComplaintFilterInput } from '@tocsin/contracts';
import type { Warehouse } from '../connection/warehouse.ts';
import { dirtyMonths } from '../queries/dirty-months.query.ts';
import { applyBatch } from '../writes/apply-batch.ts';
import { rollUp } from '../writes/roll-up.ts';
import { cellsOf, putReference } from './put-reference.ts';
import { type VersionRow, putVersions, seconds } from './version-row.ts';

//                       day           region    line                organisation  reason         product
const ROWS = `
A-1  complaint regulator 2026-02-27 440000 property.motor      hq.south.gz    claim.amount   P1
A-2  complaint self      2026-03-02 440000 property.motor      hq.south.gz    claim.delay    P1
A-3  complaint self      2026-03-02 440300 property.motor      hq.south.sz    claim.amount   P2
A-4  complaint regulator 2026-03-03 110000 life.annuity        hq.north       sale           P3
A-5  chaser    self      2026-03-04 110000 life.annuity        hq.north       sale           P3
A-6  complaint self      2026-03-09 440000 life.annuity        hq.southern    sale.promise   P3
A-7  enquiry   self      2026-03-10 440000 life.annuity        hq.south       sale           P3
A-8  complaint other     2025-03-05 440000 property.liability  hq.south.gz    claim.amount   P1`;

const rows: VersionRow[] = ROWS.trim()
  .split('\n')
  .map((line) => {
    const [complaint_id, kind, source, day, region, line_, organisation, reason, product] = line.split(/\s+/);
    const received_at = seconds(`${day} 10:00`);
    return {
      complaint_id,
      kind,
      source,
      received_at,
      region,
      report_region: region,
      line: line_,
      organisation,
      reason,
      product,
    } as VersionRow;
  });

/** The day on which they are looked at, and the month that is. */
export const today = '2026-03-15';
export const march = { from: '2026-03-01', until: '2026-04-01' };
export const filter = (more: Partial<ComplaintFilterInput> = {}) => ComplaintFilter.parse({ ...march, ...more });

/** Eight rows of two years, their cubes, and the exposure of March 2026: few enough to be counted by hand. */
export async function storeEight(warehouse: Warehouse): Promise<void> {
  const more: Record<string, VersionRow> = {
    'A-1': { due_on: '2026-03-14', status: 'open' },
    'A-2': {
      due_on: '2026-03-17',
      status: 'closed',
      closed_at: seconds('2026-03-17 18:00'),
      is_repeat: 1,
      ...{ satisfaction: 5, compensation: '1200.50', settlement: 'mediation' },
    },
    'A-3': {
      due_on: '2026-03-17',
      status: 'closed',
      closed_at: seconds('2026-03-18 00:30'),
      is_escalated: 1,
      ...{ satisfaction: 3, compensation: '99', settlement: 'goodwill' },
    },
    'A-4': { due_on: '2026-03-18', status: 'open' },
    'A-6': { due_on: '2026-03-24', status: 'withdrawn', closed_at: seconds('2026-03-12 09:00') },
  };
  await putVersions(
    warehouse,
    'a',
    rows.map((row) => ({ ...row, ...more[String(row.complaint_id)] })),
  );
  await applyBatch(warehouse, 'a');
  await rollUp(warehouse, await warehouse.rows(dirtyMonths()));
  await putReference(
    warehouse,
    'exposure',
    cellsOf(`
      month    region  organisation  line            premium    policies
      2026-03  440000  hq.south.gz   property.motor  310000000  -
      2026-03  110000  hq.north      life.annuity    620000000  5000`),
  );
}
