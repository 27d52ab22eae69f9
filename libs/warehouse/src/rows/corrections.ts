import { z } from 'zod';
import { actionStates } from '@tocsin/contracts';
import { Count, MaybeInstant, MaybeSentenceJson } from './scalars.ts';

/** What somebody asked for: a batch to be withdrawn or cancelled, a person or a complaint to be erased. Never changed afterwards. */
export const OperatorAction = z.object({
  id: z.string(),
  kind: z.enum(['withdraw', 'cancel', 'erase']),
  /** The batch; or the complaint's number where that is what was named; '' for a person. */
  subject: z.string(),
  by: z.enum(['', 'identity', 'phone', 'name', 'complaint']),
  /** Keyed hash of what was named; '' for a batch. */
  key: z.string(),
  /** What was named, masked. */
  shown: z.string(),
  reason: z.string(),
  requestedAt: z.iso.datetime(),
  requestedBy: z.string(),
});
export type OperatorAction = z.infer<typeof OperatorAction>;

/** With what became of it. */
export const ActionRecord = OperatorAction.extend({
  state: z.enum(actionStates),
  finishedAt: MaybeInstant,
  /** Complaints removed. */
  complaints: Count,
  error: MaybeSentenceJson,
});
export type ActionRecord = z.infer<typeof ActionRecord>;
