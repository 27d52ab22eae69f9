import type { RuleGrain, Verdict } from '@tocsin/contracts';
import type { DailyContext } from './daily/daily-regression.ts';
import type { DetectorWords } from './detector-words.ts';
import type { Point } from './point.ts';

/** Something that turns a series into verdicts, with what a person and a rule need to know about it. */
export interface DetectorEntry extends DetectorWords {
  readonly name: string;
  /** Buckets that must lie before a bucket so that it can be judged; of weeks where a detector judges several grains. */
  history(options: unknown, grain?: RuleGrain): number;
  /** Buckets before a bucket that it makes use of, where there are so many. */
  reach(options: unknown, grain: RuleGrain): number;
  /** Throws a ZodError for options that its schema refuses. */
  run(series: readonly Point[], options: unknown, context?: DailyContext): Verdict[];
}
