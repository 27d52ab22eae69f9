import type { Warehouse } from '../connection/warehouse.ts';
import type { AlertEventRecord } from '../rows/warnings.ts';

/** Adds events; the same (alert, seq) again replaces itself, so a stage that was cut off may write them once more. */
export async function saveAlertEvents(warehouse: Warehouse, events: readonly AlertEventRecord[]): Promise<void> {
  await warehouse.insert(
    'alert_event',
    events.map((event) => ({
      alert_id: event.alertId,
      seq: event.seq,
      kind: event.kind,
      at: event.at,
      bucket: event.bucket,
      level: event.level,
      because: JSON.stringify(event.because),
      rule_id: event.ruleId,
      rule_version: event.ruleVersion,
      rule_label: JSON.stringify(event.ruleLabel),
      series_key: event.seriesKey,
      slice: JSON.stringify(event.slice),
      // Apart from the slice, so that a reader's scope can be asked of it.
      organisation: event.slice.organisation ?? '',
      feed: event.feed,
      grain: event.grain,
      state: event.state,
      peak_level: event.peakLevel,
      opened_at: event.openedAt,
      resolved_at: event.resolvedAt,
      first_bucket: event.firstBucket,
      last_bucket: event.lastBucket,
      observed: event.observed,
      expected: event.expected,
      upper: event.upper,
      p_value: event.pValue,
      headline: JSON.stringify(event.headline),
      contributors: JSON.stringify(event.contributors),
      memory: event.memory,
    })),
  );
}
