import type { Verdict } from '@tocsin/contracts';
import type { Point } from '@tocsin/detection';
import type { JudgeSeries } from '../series-verdicts.ts';
import { type KnownBaseline, SeriesBaselines } from './series-baselines.ts';

/** What came out for a series, and the fits that it rests on. */
export interface JudgedSeries {
  readonly verdicts: readonly Verdict[];
  readonly used: readonly KnownBaseline[];
}

/** Judges a series, with its fits where they are kept. */
export function judgedBy(
  judge: JudgeSeries,
  points: readonly Point[],
  known: readonly KnownBaseline[] | undefined,
): JudgedSeries {
  if (known === undefined) return { verdicts: judge(points), used: [] };
  const baselines = new SeriesBaselines(known);
  const verdicts = judge(points, baselines);
  return { verdicts, used: baselines.used };
}
