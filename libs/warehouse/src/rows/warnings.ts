import { z } from 'zod';
import {
  AnyRule,
  Contributor,
  Level,
  Slice,
  alertEventKinds,
  ruleGrains,
  noticeStates,
  verdictKinds,
} from '@tocsin/contracts';
import { Count, MaybeInstant, MaybeSentenceJson, SentenceJson, json } from './scalars.ts';

/** A detector's verdict on one bucket of one series of one rule. */
export const Signal = z.object({
  ruleId: z.string(),
  ruleVersion: z.number().int(),
  /** The series' name within its rule, made from its slice; stable. */
  seriesKey: z.string(),
  slice: json(Slice),
  grain: z.enum(ruleGrains),
  /** First day of the bucket. */
  bucket: z.iso.date(),
  observed: z.number().nullable(),
  expected: z.number().nullable(),
  upper: z.number().nullable(),
  pValue: z.number().nullable(),
  score: z.number().nullable(),
  verdict: z.enum(verdictKinds),
  /** '' unless the bucket is in excess. */
  level: z.union([Level, z.literal('')]),
  note: MaybeSentenceJson,
  /** Of a cluster of places: what each of them adds to it, the largest excess first. */
  members: z
    .string()
    .transform((text): unknown => (text === '' ? undefined : JSON.parse(text)))
    .pipe(z.array(Contributor).optional()),
  evaluatedAt: z.iso.datetime(),
});
export type Signal = z.infer<typeof Signal>;

/**
 * One thing that happened to a warning, with the warning as it stood then: the last event is the current state, and
 * slice, contributors and reasons stay as they were at that moment.
 */
export const AlertEventRecord = z.object({
  alertId: z.string(),
  /** 1, 2, 3 … within the warning. */
  seq: z.number().int(),
  kind: z.enum(alertEventKinds),
  at: z.iso.datetime(),
  bucket: z.iso.date(),
  level: Level,
  because: SentenceJson,
  ruleId: z.string(),
  ruleVersion: z.number().int(),
  ruleLabel: SentenceJson,
  seriesKey: z.string(),
  slice: json(Slice),
  /** The feed whose delivery is missing; '' for a warning about complaints. */
  feed: z.string(),
  grain: z.enum(ruleGrains),
  state: z.enum(['open', 'resolved']),
  peakLevel: Level,
  openedAt: z.iso.datetime(),
  resolvedAt: MaybeInstant,
  firstBucket: z.iso.date(),
  lastBucket: z.iso.date(),
  observed: z.number(),
  expected: z.number(),
  upper: z.number(),
  pValue: z.number().nullable(),
  headline: SentenceJson,
  contributors: json(z.array(Contributor)),
  /** What the deciding code wants to find again next time (counters of its hysteresis), as JSON text; '' for nothing. */
  memory: z.string(),
});
export type AlertEventRecord = z.infer<typeof AlertEventRecord>;

export const AlertCounts = z.object({
  ...{ total: Count, blue: Count, yellow: Count, orange: Count, red: Count },
  /** Open data warnings, whatever was asked about. */
  data: Count,
});
export type AlertCounts = z.infer<typeof AlertCounts>;

/** One message to one recipient about one event. The same id with more attempts replaces. */
export const NoticeRecord = z.object({
  noticeId: z.string(),
  alertId: z.string(),
  seq: z.number().int(),
  channel: z.enum(['feed', 'email']),
  recipient: z.string(),
  state: z.enum(noticeStates),
  at: z.iso.datetime(),
  attempts: z.number().int(),
  error: z.string(),
  /** Not tried again before this moment; null when it is done with. */
  nextAt: MaybeInstant,
});
export type NoticeRecord = z.infer<typeof NoticeRecord>;

export const stageNames = ['ingest', 'roll-up', 'detect', 'alert', 'notify'] as const;

export const PipelineRun = z.object({
  runId: z.string(),
  stage: z.enum(stageNames),
  trigger: z.enum(['schedule', 'import', 'start', 'manual']),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  read: Count,
  wrote: Count,
  note: z.string(),
  error: z.string(),
});
export type PipelineRun = z.infer<typeof PipelineRun>;

/** A rule as somebody left it at some time; the greatest version is the current one. */
export const RuleRecord = z.object({ rule: json(AnyRule), at: z.iso.datetime(), by: z.string() });
export type RuleRecord = z.infer<typeof RuleRecord>;
