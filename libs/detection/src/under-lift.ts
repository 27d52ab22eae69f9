import type { Sentence, Verdict } from '@tocsin/contracts';
import { chanceOfSoMany } from './chance-of-so-many.ts';

/** Below this a lift is within the noise of the whole, and is not worth a word. */
const WORTH_A_WORD = 1.1;

/**
 * The verdict on an excess when everything around the series rose as well: its chance against a baseline that is raised
 * in the same proportion, mean and spread alike.
 *
 * Why     the week of a consumer-rights day, or the first one after a festival, lifts every region and product at once.
 *         That is one piece of news, told by the rule that watches the whole; here only what rose by more counts.
 * Shape   `lift` is observed ÷ expected of everything else in the same bucket; `used` the buckets of the baseline;
 *         `perScore` the standard deviations that a score of 1 stands for.
 * Edge    a lift of 1 or less changes nothing (a bad week of all others is no proof against one), nor does it touch a
 *         verdict without an excess or without a chance. Bounds and verdict stay the detector's own.
 */
export function underLift(
  verdict: Verdict,
  { lift, used, perScore = 1 }: { readonly lift: number; readonly used: number; readonly perScore?: number },
): Verdict {
  const { observed, expected, score, pValue } = verdict;
  if (verdict.verdict !== 'excess' || observed === null || expected === null || pValue === null) return verdict;
  if (!(lift > 1) || score === null || !(score > 0)) return verdict;
  const sd = (observed - expected) / score / perScore;
  const chance = chanceOfSoMany(observed, { mean: expected * lift, sd: sd * lift, used, leftOut: 0 });
  return {
    ...verdict,
    pValue: Math.max(pValue, chance),
    note: lift < WORTH_A_WORD ? verdict.note : withLift(verdict, lift),
  };
}

function withLift({ note }: Verdict, lift: number): Sentence {
  const percent = Math.round((lift - 1) * 100);
  const zh = `同期其他部分整体上升 ${percent}%, 已计入`;
  const en = `everything else rose by ${percent}%, which is allowed for`;
  return note === null ? { zh, en } : { zh: `${zh}, ${note.zh}`, en: `${en}, ${note.en}` };
}
