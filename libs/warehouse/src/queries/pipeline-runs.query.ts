import { PipelineRun } from '../rows/warnings.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

/** The newest entries of the pipeline's log first. */
export const pipelineRuns = (limit: number): Query<PipelineRun> => ({
  name: 'pipeline-runs',
  row: PipelineRun,
  sql: sql`
    SELECT run_id AS runId, stage, trigger, started_at AS startedAt, finished_at AS finishedAt, read, wrote, note, error
    FROM pipeline_run FINAL
    ORDER BY startedAt DESC, runId, stage
    LIMIT ${bind(limit, 'UInt32')}`,
});
