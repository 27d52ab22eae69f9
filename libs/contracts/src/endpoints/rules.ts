import { z } from 'zod';
import { Level } from '../rule/level.ts';
import { AnyRule, RuleDraft } from '../rule/any-rule.ts';
import { Slice } from '../alert.ts';
import { ruleGrains } from '../rule/rule-fields.ts';
import { Instant, IsoDay, Sentence } from '../scalars.ts';
import { Verdict } from '../verdict.ts';

/** A rule with who left it as it is, and what it costs to listen to it. */
export const RuleSummary = z.object({
  rule: AnyRule,
  at: Instant,
  /** `tocsin` for what ships with the product. */
  by: z.string(),
  /** Warnings a week that it would give by chance alone. Null where nothing is known: orders have no chance. */
  expectedFalsePerWeek: z.number().nullable(),
  /** Warnings of this rule that are open now. */
  openWarnings: z.number().int(),
});
export type RuleSummary = z.infer<typeof RuleSummary>;

/** All rules by id, with those that are switched off; removed ones only where they are asked for. */
export const ListRules = {
  method: 'GET',
  path: '/api/v1/rules',
  query: z.object({ removed: z.stringbool().default(false) }),
  reply: z.object({ rules: z.array(RuleSummary), mayChange: z.boolean() }),
} as const;
export type ListRulesReply = z.infer<typeof ListRules.reply>;

/** One rule as it is now; `version` asks for an earlier one. */
export const GetRule = {
  method: 'GET',
  path: '/api/v1/rules/:id',
  query: z.object({ version: z.coerce.number().int().min(1).optional() }),
  reply: RuleSummary,
} as const;

/** One field that differs. Values as compact JSON text; null where one side has none. */
export const RuleChange = z.object({ path: z.string(), from: z.string().nullable(), to: z.string().nullable() });
export type RuleChange = z.infer<typeof RuleChange>;

/** All versions, newest first, each with what it changed; the first changes nothing. */
export const ListRuleVersions = {
  method: 'GET',
  path: '/api/v1/rules/:id/versions',
  reply: z.object({
    versions: z.array(
      z.object({
        version: z.number().int(),
        at: Instant,
        by: z.string(),
        rule: AnyRule,
        changes: z.array(RuleChange),
      }),
    ),
  }),
} as const;
export type ListRuleVersionsReply = z.infer<typeof ListRuleVersions.reply>;

/**
 * Keeps a new version; the same content again makes none. `expectedVersion` is the version that the sender saw, 0 for a rule
 * that should be new: when another is the newest by now the request is refused with 409 and nothing is changed. For
 * administrators, risk and analysts. A removed rule is refused with 409.
 */
export const PutRule = {
  method: 'PUT',
  path: '/api/v1/rules/:id',
  body: z.strictObject({ rule: RuleDraft, expectedVersion: z.number().int().min(0).optional() }),
  reply: RuleSummary,
} as const;

/** Switches a rule on or off: a new version that differs in nothing else. */
export const SwitchRule = {
  method: 'PUT',
  path: '/api/v1/rules/:id/enabled',
  body: z.strictObject({ enabled: z.boolean(), expectedVersion: z.number().int().min(0).optional() }),
  reply: RuleSummary,
} as const;

/** Switches a rule off for good. Its versions stay, its open warnings end, and its id is never given to another. */
export const DeleteRule = {
  method: 'DELETE',
  path: '/api/v1/rules/:id',
  query: z.object({ expectedVersion: z.coerce.number().int().min(0).optional() }),
  reply: RuleSummary,
} as const;

/** One way to watch, for a form: what it is, what it can be told, and what it needs. */
export const DetectorInfo = z.object({
  /** The detector's name in a series rule, the trigger's in a trigger rule; `scan`, `missing-feed`. */
  name: z.string(),
  /** The rules that it belongs to. */
  kind: z.enum(['series', 'scan', 'trigger', 'missing-feed']),
  label: Sentence,
  /** For somebody who has never heard of it. */
  description: Sentence,
  /** Every parameter with the value it has when nothing is said; one without such a value is absent. */
  defaults: z.record(z.string(), z.unknown()),
  /** JSON Schema (draft 2020-12) of the parameters. */
  parameters: z.record(z.string(), z.unknown()),
  /** Name and meaning of each parameter. */
  fields: z.array(z.object({ name: z.string(), label: Sentence, hint: Sentence })),
  /** Buckets it can judge; empty where it judges none. */
  grains: z.array(z.enum(ruleGrains)),
  /** Buckets that must lie before the first one judged, at the defaults. */
  history: z.number().int(),
  needs: Sentence,
});
export type DetectorInfo = z.infer<typeof DetectorInfo>;

/** Every detector and trigger, in the order in which they are offered. */
export const ListDetectors = {
  method: 'GET',
  path: '/api/v1/detectors',
  reply: z.object({ detectors: z.array(DetectorInfo) }),
} as const;

/** One bucket of a draft: its verdict, and the level it would have had. */
export const PreviewPoint = Verdict.extend({ level: z.union([Level, z.literal('')]), complete: z.boolean() });

/**
 * What a draft would have said about the last `periods` buckets of the real history; nothing is kept. The series that fired
 * most come first, then the largest; at most `series` of them.
 */
export const PreviewRule = {
  method: 'POST',
  path: '/api/v1/rules/preview',
  body: z.strictObject({
    rule: RuleDraft,
    periods: z.number().int().min(1).max(400).default(52),
    series: z.number().int().min(1).max(50).default(6),
  }),
  reply: z.object({
    from: IsoDay,
    until: IsoDay,
    /** Series that were looked at. */
    total: z.number().int(),
    series: z.array(
      z.object({
        key: z.string(),
        slice: Slice,
        label: Sentence,
        firings: z.number().int(),
        points: z.array(PreviewPoint),
      }),
    ),
    /** Warnings that would have been opened, over all series. */
    firings: z.object({
      total: z.number().int(),
      perWeek: z.number(),
      byLevel: z.object({ blue: z.number(), yellow: z.number(), orange: z.number(), red: z.number() }),
    }),
    /** Of triggers, scans and rules about deliveries, whose series come and go: what they would say now, worst first. */
    fired: z.array(z.object({ key: z.string(), level: Level, bucket: IsoDay, text: Sentence })),
    expectedFalsePerWeek: z.number().nullable(),
    /** Why something is missing here. */
    note: Sentence.nullable(),
  }),
} as const;
export type PreviewRuleReply = z.infer<typeof PreviewRule.reply>;

/** Rules as YAML text, one document each; `id` chooses some. The answer is the text itself (`application/yaml`). */
export const ExportRules = {
  method: 'GET',
  path: '/api/v1/rules.yaml',
  query: z.object({ id: z.union([z.string(), z.array(z.string())]).optional() }),
  reply: z.string(),
} as const;

/**
 * Reads YAML text and says what it would change; nothing is kept. A rule that is in the product and not in the text stays
 * as it is. With faults the text as a whole is unusable, and `rules` holds only those that could be read.
 */
export const CheckRules = {
  method: 'POST',
  path: '/api/v1/rules.yaml',
  body: z.strictObject({ text: z.string().max(1_000_000) }),
  reply: z.object({
    rules: z.array(
      z.object({
        rule: RuleDraft,
        /** The version that it would follow; 0 for a new rule. */
        version: z.number().int(),
        /** Empty: nothing would change. A new rule is one change, at its top. */
        changes: z.array(RuleChange),
      }),
    ),
    faults: z.array(
      z.object({
        /** Place of the rule in the text, from 1; 0 for the text as a whole. */
        rule: z.number().int(),
        id: z.string(),
        path: z.string(),
        line: z.number().int().nullable(),
        message: Sentence,
      }),
    ),
  }),
} as const;
export type CheckRulesReply = z.infer<typeof CheckRules.reply>;
