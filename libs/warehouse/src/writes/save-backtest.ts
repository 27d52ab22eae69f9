import type { KnownIncident } from '@tocsin/contracts';
import type { Warehouse } from '../connection/warehouse.ts';
import type { KeptBacktest, TriedOutcome } from '../rows/backtests.ts';

/** Keeps a back-test as it stands: the newest revision counts. */
export async function saveBacktest(warehouse: Warehouse, record: KeptBacktest): Promise<void> {
  const { id, by, at } = record;
  await warehouse.insert('backtest', [
    { backtest_id: id, revision: warehouse.nextMark(), body: JSON.stringify(record), by, at },
  ]);
}

/** Keeps what came out of a back-test, with the rules that were tried. Repeated, it replaces itself. */
export async function saveBacktestOutcomes(
  warehouse: Warehouse,
  id: string,
  outcomes: readonly TriedOutcome[],
): Promise<void> {
  const rows = outcomes.map(({ rule, outcome: { list, ...summary } }, place) => ({
    ...{ backtest_id: id, place, rule: rule === null ? '' : JSON.stringify(rule) },
    ...{ summary: JSON.stringify(summary), list: JSON.stringify(list) },
  }));
  if (rows.length > 0) await warehouse.insert('backtest_outcome', rows);
}

/** Puts these in place of all incidents known from files. The caller takes the next version. */
export async function saveIncidents(
  warehouse: Warehouse,
  kept: {
    readonly version: number;
    readonly incidents: readonly KnownIncident[];
    readonly at: Date;
    readonly by: string;
  },
): Promise<void> {
  const { version, incidents, at, by } = kept;
  const row = { version, incidents: JSON.stringify(incidents), at: at.toISOString(), by };
  await warehouse.insert('known_incident', [row]);
}
