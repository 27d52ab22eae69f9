import { AlertStage } from '../alert/alert.stage.ts';
import { DetectStage } from '../detect/detect.stage.ts';
import { IngestStage } from '../ingest/ingest.stage.ts';
import { NotifyStage } from '../notify/notify.stage.ts';
import { RollUpStage } from '../roll-up/roll-up.stage.ts';

/**
 * The whole flow, in order. This is the file to read first.
 *
 *   ingest    files that were handed in → complaint_version, complaint, rejected_row; marks the months it touched
 *   roll up   marked months of complaint → cube_…, replaced month by month, equal to the truth
 *   detect    cubes × rules → signal: what was expected, what was seen
 *   alert     signals → alert_event: a warning opens, goes on, resolves
 *   notify    alert events → notice: who was told, by which channel
 *
 * Stages meet only in tables. Each is safe to run twice; what one could not do it does in the next run. The list runs
 * at start, every minute, and at once when a file comes in (pipeline.service.ts).
 *
 * To add a stage: a folder with NAME.stage.ts (implements Stage) and NAME.module.ts (provides and exports it), its
 * module in app.module.ts, its place here.
 */
export const pipeline = [IngestStage, RollUpStage, DetectStage, AlertStage, NotifyStage] as const;
