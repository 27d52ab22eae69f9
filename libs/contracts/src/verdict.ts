import { z } from 'zod';
import { IsoDay, Sentence } from './scalars.ts';

export const verdictKinds = ['normal', 'excess', 'too-little-history', 'no-data', 'not-mature'] as const;

/**
 * What any detector answers for one point. Numbers are null where they cannot be known (no data is never zero).
 * `upper` is the largest count still unremarkable; `pValue` is the chance of so many or more when nothing changed;
 * `score` is the detector's own statistic.
 */
export const Verdict = z.object({
  at: IsoDay,
  observed: z.number().nullable(),
  expected: z.number().nullable(),
  upper: z.number().nullable(),
  pValue: z.number().nullable(),
  score: z.number().nullable(),
  verdict: z.enum(verdictKinds),
  note: Sentence.nullable(),
});
export type Verdict = z.infer<typeof Verdict>;
export type VerdictKind = Verdict['verdict'];
