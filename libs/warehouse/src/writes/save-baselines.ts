import type { Warehouse } from '../connection/warehouse.ts';
import type { Baseline } from '../rows/baselines.ts';

/** Keeps what was fitted for the series of a rule. Repeated, it replaces itself. */
export async function saveBaselines(
  warehouse: Warehouse,
  ruleId: string,
  baselines: readonly Baseline[],
): Promise<void> {
  await warehouse.insert('baseline', { [Symbol.iterator]: () => rowsOf(ruleId, baselines) });
}

function* rowsOf(ruleId: string, baselines: readonly Baseline[]): Generator<object> {
  for (const { seriesKey, week, learnedFrom, rates, errors, phi, leftOut } of baselines)
    yield {
      ...{ rule_id: ruleId, week, series_key: seriesKey, learned_from: learnedFrom },
      ...{ rates, errors, phi, left_out: leftOut },
    };
}
