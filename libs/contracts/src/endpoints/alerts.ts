import { z } from 'zod';
import { Alert, AlertEvent, AlertVerdict, Contributor } from '../alert.ts';
import { alertVerdicts } from '../codes/alert-verdicts.ts';
import { rhythms } from '../codes/data-in.ts';
import { Level } from '../rule/level.ts';
import { ruleId } from '../rule/rule-fields.ts';
import type { RateId } from '../rule/rule-measure.ts';
import { Verdict } from '../verdict.ts';
import { Instant, IsoDay, Sentence } from '../scalars.ts';
import { medianMeasures } from '../sectors.ts';

/** What the figures of a warning count: cases or people, the days by which a case is overdue, or a rate in its own unit. */
const alertUnits = ['count', 'days', ...medianMeasures] as const satisfies readonly ('count' | 'days' | RateId)[];

/** A warning as lists and pages show it. `observed` of one in days is as of today while it is open. */
export const ShownAlert = Alert.extend({
  unit: z.enum(alertUnits),
  /** Whether it is about a cluster of places: its slice is empty, and its places stand in the headline. */
  isCluster: z.boolean(),
  /** What people made of it last; null while nobody has said. */
  verdict: z.enum(alertVerdicts).nullable(),
});
export type ShownAlert = z.infer<typeof ShownAlert>;

export const ListAlerts = {
  method: 'GET',
  path: '/api/v1/alerts',
  query: z.object({
    state: z.enum(['open', 'resolved', 'any']).default('open'),
    level: Level.optional(),
    /** Warnings about complaints, about missing data, or both. */
    about: z.enum(['complaints', 'data', 'any']).default('any'),
    /** Those of one rule, whichever of its versions gave them. */
    rule: ruleId.optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
    offset: z.coerce.number().int().min(0).default(0),
  }),
  reply: z.object({
    alerts: z.array(ShownAlert),
    total: z.number().int(),
    /** Of the open warnings that are asked about. */
    openByLevel: z.object({ blue: z.number(), yellow: z.number(), orange: z.number(), red: z.number() }),
    /** Open data warnings, whatever is asked about. */
    openData: z.number().int(),
    asOf: IsoDay,
  }),
} as const;
export type ListAlertsQuery = z.output<typeof ListAlerts.query>;
export type ListAlertsReply = z.infer<typeof ListAlerts.reply>;

/** `suppressed`: decided not to tell; `error` says why. */
export const noticeStates = ['pending', 'sent', 'failed', 'suppressed'] as const;

export const Notice = z.object({
  channel: z.enum(['feed', 'email']),
  recipient: z.string(),
  state: z.enum(noticeStates),
  at: Instant,
  attempts: z.number().int(),
  error: z.string().nullable(),
});
export type Notice = z.infer<typeof Notice>;

/** How a feed has delivered of late: what a data warning shows in place of a series. */
export const DeliveryHistory = z.object({
  label: Sentence,
  rhythm: z.enum(rhythms),
  /** Deliveries missing at present; 0 when all are here. */
  overdue: z.number().int(),
  lastImportAt: Instant.nullable(),
  /** The newest first: when each was due, and the import that came for it. `awaited` is the one not due yet. */
  deliveries: z.array(
    z.object({
      due: Instant,
      state: z.enum(['delivered', 'missed', 'awaited']),
      deliveredAt: Instant.nullable(),
      importId: z.string().nullable(),
    }),
  ),
});
export type DeliveryHistory = z.infer<typeof DeliveryHistory>;

/**
 * The complaints that a warning about a matter of fact rests on: one of them, or those of a list. Null for a warning about a
 * series, which shows its band instead.
 */
export const FactCases = z.object({
  /** The one complaint; null for a list. */
  id: z.string().nullable(),
  /** The list, as `ListCases` is asked. */
  query: z.record(z.string(), z.string()),
});
export type FactCases = z.infer<typeof FactCases>;

/** What the rate of a warning's series is made of, as it is known today; by bucket, those that are over. */
export const RateEvidence = z.object({
  measure: z.enum(medianMeasures),
  parts: z.array(
    z.object({
      at: IsoDay,
      /** Above the line: what the regulator forwarded. */
      cases: z.number().nullable(),
      /** Below it: yuan of premium, policies or person-times; null where that of a part of the bucket is not known. */
      exposure: z.number().nullable(),
    }),
  ),
});
export type RateEvidence = z.infer<typeof RateEvidence>;

/** One warning with what its page shows: its events, its contributors, who was told, and the series with its band. */
export const GetAlert = {
  method: 'GET',
  path: '/api/v1/alerts/:id',
  reply: z.object({
    alert: ShownAlert,
    events: z.array(AlertEvent),
    contributors: z.array(Contributor),
    notices: z.array(Notice),
    series: z.array(Verdict.extend({ complete: z.boolean() })),
    /** Of a data warning's feed; null for a warning about complaints, and for a feed that is no longer watched. */
    delivery: DeliveryHistory.nullable(),
    /** Who answers for the rule; '' where nobody has said. */
    owner: z.string(),
    cases: FactCases.nullable(),
    /** Null for a warning that is not about a rate. */
    rate: RateEvidence.nullable(),
    /** What the members of a cluster are, which are the contributors; null for any other warning. */
    cluster: z.enum(['region', 'city', 'organisation']).nullable(),
    /** What people made of it, the oldest first: the last one counts. */
    verdicts: z.array(AlertVerdict),
    /** Whether the caller may say what they make of it. */
    mayJudge: z.boolean(),
  }),
} as const;
export type GetAlertReply = z.infer<typeof GetAlert.reply>;

/** Says what one makes of a warning. For administrators, risk and analysts who see it. */
export const JudgeAlert = {
  method: 'POST',
  path: '/api/v1/alerts/:id/verdicts',
  body: z.strictObject({
    verdict: z.enum(alertVerdicts).nullable(),
    note: z.string().trim().max(1000).default(''),
  }),
  reply: GetAlert.reply.pick({ verdicts: true, mayJudge: true }),
} as const;
export type JudgeAlertBody = z.input<typeof JudgeAlert.body>;

/** Server-sent events: `event: alert`, data = FeedMessage; `id:` resumes after a lost connection; `event: data` when figures changed. */
export const Feed = { method: 'GET', path: '/api/v1/feed' } as const;
export const FeedMessage = z.object({ noticeId: z.string(), alert: Alert, event: AlertEvent });
export type FeedMessage = z.infer<typeof FeedMessage>;
export const FeedDataMessage = z.object({ dataVersion: z.string() });
export type FeedDataMessage = z.infer<typeof FeedDataMessage>;
