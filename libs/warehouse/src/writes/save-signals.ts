import type { Warehouse } from '../connection/warehouse.ts';
import type { Signal } from '../rows/warnings.ts';

/** Keeps verdicts by rule, version, series and bucket; a later evaluation replaces. */
export async function saveSignals(warehouse: Warehouse, signals: readonly Signal[]): Promise<void> {
  await warehouse.insert('signal', { [Symbol.iterator]: () => rowsOf(signals) });
}

function* rowsOf(signals: readonly Signal[]): Generator<object> {
  for (const signal of signals)
    yield {
      rule_id: signal.ruleId,
      rule_version: signal.ruleVersion,
      series_key: signal.seriesKey,
      slice: JSON.stringify(signal.slice),
      grain: signal.grain,
      bucket: signal.bucket,
      observed: signal.observed,
      expected: signal.expected,
      upper: signal.upper,
      p_value: signal.pValue,
      score: signal.score,
      verdict: signal.verdict,
      level: signal.level,
      note: signal.note === null ? '' : JSON.stringify(signal.note),
      members: signal.members === undefined ? '' : JSON.stringify(signal.members),
      evaluated_at: signal.evaluatedAt,
    };
}
