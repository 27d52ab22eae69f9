import { z } from 'zod';
import { Sentence } from './scalars.ts';

/**
 * Every error answer (RFC 9457, `application/problem+json`). `title` says what happened in both languages, `detail`
 * where and what to do; `code` is permanent and meant for programs.
 */
export const Problem = z.object({
  type: z.string(),
  status: z.number().int(),
  code: z.string(),
  title: Sentence,
  detail: Sentence.optional(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof Problem>;
