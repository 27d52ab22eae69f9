import { z } from 'zod';
import { bases } from '../dimension.ts';
import { Where, keptFields, ruleFields } from './rule-fields.ts';
import { Trigger } from './trigger.ts';

const triggerFields = {
  ...ruleFields,
  kind: z.literal('trigger'),
  basis: z.enum(bases).default('company'),
  /** Only these complaints count. */
  where: Where.default({}),
  trigger: Trigger,
};

/** The regulator's and the company's own orders: no statistics. */
export const TriggerRule = z.object({ ...triggerFields, ...keptFields });
export type TriggerRule = z.infer<typeof TriggerRule>;
export type TriggerRuleInput = z.input<typeof TriggerRule>;

/** The same as somebody writes it. */
export const TriggerDraft = z.strictObject(triggerFields);
