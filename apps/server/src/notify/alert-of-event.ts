import type { Alert, AlertEvent } from '@tocsin/contracts';
import type { AlertEventRecord } from '@tocsin/warehouse';

/** The warning as it stood after the event. */
export function alertOfEvent(record: AlertEventRecord): Alert {
  const { ruleId, ruleVersion, ruleLabel, slice, grain, state, level, peakLevel, openedAt, resolvedAt } = record;
  const { firstBucket, lastBucket, observed, expected, upper, pValue, headline } = record;
  return {
    id: record.alertId,
    ruleId,
    ruleVersion,
    ruleLabel,
    slice,
    grain,
    state,
    level,
    peakLevel,
    openedAt,
    changedAt: record.at,
    resolvedAt,
    firstBucket,
    lastBucket,
    observed,
    expected,
    upper,
    pValue,
    headline,
    feed: record.feed === '' ? null : record.feed,
  };
}

export function eventOf({ seq, kind, at, bucket, level, because }: AlertEventRecord): AlertEvent {
  return { seq, kind, at, bucket, level, because };
}
