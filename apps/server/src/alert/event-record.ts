import type { Contributor, RuleGrain, Sentence, Slice } from '@tocsin/contracts';
import { type AlertState, type Transition, feedOfSeries } from '@tocsin/alerting';
import type { AlertEventRecord } from '@tocsin/warehouse';
import { alertId } from './alert-id.ts';

/** What one series is, the same for all of its events. */
export interface SeriesIdentity {
  readonly ruleId: string;
  readonly ruleVersion: number;
  readonly ruleLabel: Sentence;
  readonly seriesKey: string;
  readonly slice: Slice;
  readonly grain: RuleGrain;
}

export interface EventCircumstances {
  readonly at: Date;
  /** Found by looking back: nobody is told of it. */
  readonly isHistory: boolean;
  readonly headline: Sentence;
  readonly contributors: readonly Contributor[];
}

/** The record of a warning's next event, following `before` (its last one so far; undefined for a series' first). */
export function eventRecord(
  series: SeriesIdentity,
  { kind, because, signal, after }: Transition,
  before: AlertEventRecord | undefined,
  { at, isHistory, headline, contributors }: EventCircumstances,
): AlertEventRecord {
  const goesOn = kind === 'opened' ? undefined : before;
  const figures = goesOn === undefined || signal.verdict === 'excess' ? figuresOf(signal) : figuresOfRecord(goesOn);
  return {
    ...series,
    feed: feedOfSeries(series.seriesKey),
    alertId: goesOn?.alertId ?? alertId(series.ruleId, series.seriesKey, after.firstBucket),
    seq: (goesOn?.seq ?? 0) + 1,
    kind,
    at: at.toISOString(),
    bucket: signal.bucket,
    level: after.level,
    because,
    state: after.state,
    peakLevel: after.peakLevel,
    openedAt: goesOn?.openedAt ?? at.toISOString(),
    resolvedAt: after.state === 'resolved' ? at.toISOString() : null,
    firstBucket: after.firstBucket,
    lastBucket: after.lastBucket,
    ...figures,
    headline,
    contributors: [...contributors],
    memory: JSON.stringify({ history: isHistory }),
  };
}

/** The state that the deciding code goes on from. */
export function stateOf(record: AlertEventRecord): AlertState {
  const { state, level, peakLevel, firstBucket, lastBucket, bucket } = record;
  return { state, level, peakLevel, firstBucket, lastBucket, bucket };
}

interface Figures {
  readonly observed: number;
  readonly expected: number;
  readonly upper: number;
  readonly pValue: number | null;
}

const figuresOf = ({ observed, expected, upper, pValue }: Transition['signal']): Figures => ({
  observed: observed ?? 0,
  expected: expected ?? 0,
  upper: upper ?? 0,
  pValue,
});

const figuresOfRecord = ({ observed, expected, upper, pValue }: AlertEventRecord): Figures => ({
  observed,
  expected,
  upper,
  pValue,
});
