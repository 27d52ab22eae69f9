import { Inject, Injectable, Logger } from '@nestjs/common';
import { type Warehouse, savePipelineRuns } from '@tocsin/warehouse';
import { Metrics } from '../operate/metrics.ts';
import { WAREHOUSE } from '../tokens.ts';
import type { StageOutcome } from './run-stages.ts';
import type { Trigger } from './stage.ts';

/** Keeps what became of each stage in `pipeline_run`, except runs of the clock that found nothing to do. */
@Injectable()
export class RunLog {
  readonly #logger = new Logger('pipeline');

  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    private readonly metrics: Metrics,
  ) {}

  /** Never throws: a run is not worth less because nobody wrote it down. */
  async write(runId: string, trigger: Trigger, outcome: StageOutcome): Promise<void> {
    this.metrics.stageEnded(outcome);
    const { stage, startedAt, finishedAt, report, error } = outcome;
    const isIdle = error === undefined && report?.read === 0 && report.wrote === 0;
    if (isIdle && trigger === 'schedule') return;
    try {
      await savePipelineRuns(this.warehouse, [
        {
          runId,
          stage,
          trigger,
          startedAt: startedAt.toISOString(),
          finishedAt: finishedAt.toISOString(),
          read: report?.read ?? 0,
          wrote: report?.wrote ?? 0,
          note: report?.note ?? '',
          error: error?.message ?? '',
        },
      ]);
    } catch (cause) {
      this.#logger.warn(`The run log could not be written: ${String(cause)}`, 'pipeline');
    }
  }
}
