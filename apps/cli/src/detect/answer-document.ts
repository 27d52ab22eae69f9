import { answerCusum, answerGlr } from './answer-charts.ts';
import { answerEars } from './answer-ears.ts';
import { answerFarrington1996, answerFarringtonFlexible } from './answer-farrington.ts';
import { type Run, type SeriesFile, runsOf } from './series-file.ts';

/** Our answer to an algorithm of R's `surveillance`, field by field as its reference files have it. */
const ANSWERS: Readonly<Record<string, (file: SeriesFile, run: Run) => object>> = {
  farringtonFlexible: answerFarringtonFlexible,
  'algo.farrington': answerFarrington1996,
  'algo.cusum': answerCusum,
  'algo.glrnb': answerGlr,
  earsC: answerEars,
};

/**
 * A reference file with our figures where its own stood: in `runs` where it has runs, else in `expected`. Undefined for a
 * file whose algorithm is none of R's.
 */
export function answerDocument(file: SeriesFile): object | undefined {
  const answer = file.algorithm === undefined ? undefined : ANSWERS[file.algorithm];
  if (answer === undefined) return undefined;
  const runs = runsOf(file);
  if (file.runs === undefined) return { ...file, expected: runs.map((run) => answer(file, run))[0] };
  return { ...file, runs: file.runs.map((run, i) => ({ ...run, ...(runs[i] && answer(file, runs[i])) })) };
}
