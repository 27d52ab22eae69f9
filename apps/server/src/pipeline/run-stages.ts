import type { Stage, StageContext, StageReport } from './stage.ts';

/** What became of one stage in one run. */
export interface StageOutcome {
  readonly stage: Stage['name'];
  readonly startedAt: Date;
  readonly finishedAt: Date;
  readonly report: StageReport | undefined;
  readonly error: Error | undefined;
}

/**
 * Runs the stages in order, each after the other has ended, and tells `record` of each outcome at once.
 * A stage that fails does not keep the next from running: what that one reads is as true as it was a run ago, and
 * warnings already found must go out even while a bad file holds up ingest.
 */
export async function runStages(
  stages: readonly Stage[],
  context: StageContext,
  record: (outcome: StageOutcome) => Promise<void>,
  now: () => Date,
): Promise<StageOutcome[]> {
  const outcomes: StageOutcome[] = [];
  for (const stage of stages) {
    const startedAt = now();
    const { report, error } = await attempt(stage, context);
    const outcome = { stage: stage.name, startedAt, finishedAt: now(), report, error };
    outcomes.push(outcome);
    await record(outcome);
  }
  return outcomes;
}

async function attempt(stage: Stage, context: StageContext): Promise<Pick<StageOutcome, 'report' | 'error'>> {
  try {
    return { report: await stage.run(context), error: undefined };
  } catch (error) {
    return { report: undefined, error: error instanceof Error ? error : new Error(String(error)) };
  }
}
