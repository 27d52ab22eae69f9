import { z } from 'zod';
import { Alert, Slice } from '@tocsin/contracts';
import { SentenceJson, json } from './scalars.ts';

/** The contract's `Alert`, read from columns that keep JSON as text. */
export const AlertRow = Alert.extend({
  ruleLabel: SentenceJson,
  slice: json(Slice),
  headline: SentenceJson,
  feed: z.string().transform((feed) => (feed === '' ? null : feed)),
});
export type AlertRow = z.output<typeof AlertRow>;
