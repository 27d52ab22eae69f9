import type { Warehouse } from '../connection/warehouse.ts';
import type { PipelineRun } from '../rows/warnings.ts';

/** Adds to the pipeline's log. */
export async function savePipelineRuns(warehouse: Warehouse, runs: readonly PipelineRun[]): Promise<void> {
  await warehouse.insert(
    'pipeline_run',
    runs.map(({ runId, startedAt, finishedAt, ...rest }) => ({
      ...rest,
      run_id: runId,
      started_at: startedAt,
      finished_at: finishedAt,
    })),
  );
}
