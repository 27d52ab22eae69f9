import { z } from 'zod';
import { dimensions } from '../dimension.ts';
import { ComplaintFilter } from '../filter.ts';
import { Instant, IsoDay, Sentence, listParam } from '../scalars.ts';
import { ShownAlert } from './alerts.ts';
import { Provenance } from './series.ts';

/**
 * How an open complaint stands to its due day: `overdue`, `today`, `t5` (4 or 5 days left, where warnings are due with 5, 3
 * and 1) and so on, `later` than every warning, `none` without a due day (it stands still, or nothing is known), or `open`:
 * any of these.
 */
export const DueBand = z.string().regex(/^(open|overdue|today|later|none|t[1-9]\d?)$/);

export const caseOrders = ['newest', 'oldest', 'due'] as const;
export const caseMarks = ['repeat', 'escalated', 'group'] as const;

/** Which complaints: the filter of every figure, and what only single cases can be asked. */
export const CaseFilter = ComplaintFilter.extend({
  /** Words that the masked narrative must hold, all of them; one with a digit may also begin the complaint's number. */
  q: z.string().trim().max(200).default(''),
  /** Any of these. */
  marks: listParam.pipe(z.array(z.enum(caseMarks))),
  due: DueBand.optional(),
  /** The day on which `due` looks; absent: today. */
  asOf: IsoDay.optional(),
  /** Whenever received: the period is not looked at. */
  whenever: z.stringbool().default(false),
});
export type CaseFilter = z.output<typeof CaseFilter>;

/** One complaint in a list. Codes as the complaint carries them; everything personal is masked. */
export const CaseRow = z.object({
  id: z.string(),
  receivedAt: Instant,
  source: z.string(),
  region: z.string(),
  organisation: z.string(),
  line: z.string(),
  product: z.string(),
  salesChannel: z.string(),
  intakeChannel: z.string(),
  link: z.string(),
  reason: z.string(),
  department: z.string(),
  status: z.string(),
  outcome: z.string(),
  repeat: z.boolean(),
  escalated: z.boolean(),
  groupSize: z.number().int(),
  /** Null while the clock stands still, or where neither source nor rules say it. */
  dueOn: IsoDay.nullable(),
  dueBy: z.enum(['source', 'rules']),
  closedAt: Instant.nullable(),
  /** The narrative, masked; in lists a piece of it, around the first word asked for. */
  narrative: z.string(),
});
export type CaseRow = z.infer<typeof CaseRow>;

/**
 * Complaints, one page after the other: `next` of a page is `after` of the following one. JSON, CSV or Arrow by `Accept`;
 * tables have the columns named in `columns` (all without) and at most `limit` rows.
 */
export const ListCases = {
  method: 'GET',
  path: '/api/v1/cases',
  query: CaseFilter.extend({
    order: z.enum(caseOrders).default('newest'),
    after: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(10_000).default(50),
    columns: listParam.pipe(z.array(z.enum(Object.keys(CaseRow.shape) as (keyof CaseRow)[]))),
  }),
  reply: z.object({
    cases: z.array(CaseRow),
    total: z.number().int(),
    next: z.string().nullable(),
    asOf: IsoDay,
    provenance: Provenance,
  }),
} as const;
export type ListCasesQuery = z.output<typeof ListCases.query>;
export type ListCasesReply = z.infer<typeof ListCases.reply>;

/** How a complaint's time stands; `why` tells it in a sentence. */
export const CaseClock = z.object({
  state: z.enum(['not-started', 'running', 'paused', 'closed', 'withdrawn']),
  due: IsoDay.nullable(),
  by: z.enum(['source', 'rules']),
  daysLeft: z.number().int().nullable(),
  overdue: z.boolean().nullable(),
  warning: z.number().int().nullable(),
  age: z.number().int(),
  why: Sentence,
});
export type CaseClock = z.infer<typeof CaseClock>;

export const CaseEvent = z.object({
  kind: z.string(),
  day: IsoDay,
  until: IsoDay.nullable(),
  approver: z.string(),
  told: z.boolean(),
  note: z.string(),
});

/** One version of a complaint and what it changed; the first changes nothing. */
export const CaseVersion = z.object({
  version: z.string(),
  current: z.boolean(),
  batchId: z.string(),
  batchName: z.string(),
  row: z.number().int(),
  arrivedAt: Instant,
  status: z.string(),
  changes: z.array(z.object({ field: z.string(), from: z.string(), to: z.string() })),
});
export type CaseVersion = z.infer<typeof CaseVersion>;

/** A complaint that has to do with another: its chasers and repeats, and what it is itself about. */
export const LinkedCase = z.object({
  relation: z.enum(['chaser', 'repeat', 'linked', 'original']),
  id: z.string(),
  receivedAt: Instant,
  status: z.string(),
  narrative: z.string(),
});

/** `person`: of the same complainant. `matter`: same product, reason and organisation within thirty days. */
export const SimilarCase = z.object({
  because: z.enum(['person', 'matter']),
  id: z.string(),
  receivedAt: Instant,
  status: z.string(),
  reason: z.string(),
  /** How alike the narratives are, 0–1, by the shared parts of their texts. */
  likeness: z.number(),
  narrative: z.string(),
});

/** One complaint with everything that belongs to it. 404 for what is outside the caller's scope. */
export const GetCase = {
  method: 'GET',
  path: '/api/v1/cases/:id',
  reply: z.object({
    case: CaseRow,
    kind: z.string(),
    /** Every other field of the canonical complaint that is given, as text; personal ones masked. */
    fields: z.record(z.string(), z.string()),
    /** Null for what is no complaint, and where it ended on a day that nobody entered. */
    clock: CaseClock.nullable(),
    events: z.array(CaseEvent),
    versions: z.array(CaseVersion),
    linked: z.array(LinkedCase),
    similar: z.array(SimilarCase),
    /** Warnings whose slice and days hold this complaint. */
    alerts: z.array(ShownAlert),
    asOf: IsoDay,
  }),
} as const;
export type GetCaseReply = z.infer<typeof GetCase.reply>;

/** How many complaints each value of each dimension has, under the filter without that dimension's own part. */
export const GetFacets = {
  method: 'GET',
  path: '/api/v1/facets',
  query: CaseFilter.extend({
    /** Which; none: all. */
    of: listParam.pipe(z.array(z.enum(dimensions))),
    limit: z.coerce.number().int().min(1).max(500).default(20),
  }),
  reply: z.object({
    facets: z.array(
      z.object({ name: z.enum(dimensions), values: z.array(z.object({ code: z.string(), count: z.number().int() })) }),
    ),
    provenance: Provenance,
  }),
} as const;
export type GetFacetsQuery = z.output<typeof GetFacets.query>;
export type GetFacetsReply = z.infer<typeof GetFacets.reply>;
