import type { Warehouse } from '../connection/warehouse.ts';
import type { AlertVerdictRecord } from '../rows/alert-verdict.ts';

/** Keeps a verdict on a warning behind those given before. */
export async function saveAlertVerdict(warehouse: Warehouse, record: AlertVerdictRecord): Promise<void> {
  const { alertId, verdict, note, incidents, at, by } = record;
  await warehouse.insert('alert_verdict', [
    {
      ...{ alert_id: alertId, revision: warehouse.nextMark(), verdict: verdict ?? '', note },
      ...{ incidents: JSON.stringify(incidents), at, by },
    },
  ]);
}
