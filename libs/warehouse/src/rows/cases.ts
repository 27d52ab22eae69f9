import { CaseRow as CaseShape } from '@tocsin/contracts';
import { z } from 'zod';
import { Count, Flag } from './scalars.ts';

/** A complaint as lists and pages show it, and the key by which lists go on. */
export const CaseRecord = CaseShape.extend({
  repeat: Flag,
  escalated: Flag,
  groupSize: Count,
  rank: Count,
});
export type CaseRecord = z.output<typeof CaseRecord>;
