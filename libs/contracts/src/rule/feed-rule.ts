import { z } from 'zod';
import { keptFields, ruleFields } from './rule-fields.ts';

const feedFields = {
  ...ruleFields,
  kind: z.literal('missing-feed'),
  yellowFrom: z.number().int().min(1).default(2),
  orangeFrom: z.number().int().min(1).default(3),
};

/**
 * The watch over the company's data feeds: a delivery that is due and has not come opens a data warning, blue, and so many
 * missed in a row make it yellow and orange. It counts no complaints, so it has no measure and no slice.
 */
export const FeedRule = z.object({ ...feedFields, ...keptFields });
export type FeedRule = z.infer<typeof FeedRule>;

/** The same as somebody writes it. */
export const FeedDraft = z.strictObject(feedFields);
