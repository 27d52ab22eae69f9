import { z } from 'zod';
import { FeedDraft, FeedRule } from './feed-rule.ts';
import { ScanDraft, ScanRule } from './scan-rule.ts';
import { SeriesDraft, SeriesRule } from './series-rule.ts';
import { TriggerDraft, TriggerRule } from './trigger-rule.ts';

/** Whatever is watched, as it is kept; without `kind` it is a series rule. */
export const AnyRule = z.discriminatedUnion('kind', [SeriesRule, ScanRule, TriggerRule, FeedRule]);
export type AnyRule = z.infer<typeof AnyRule>;
export type RuleKind = AnyRule['kind'];

/** A rule as somebody writes it: without a version, and a field that does not exist is refused. */
export const RuleDraft = z.discriminatedUnion('kind', [SeriesDraft, ScanDraft, TriggerDraft, FeedDraft]);
export type RuleDraft = z.output<typeof RuleDraft>;
export type RuleDraftInput = z.input<typeof RuleDraft>;
