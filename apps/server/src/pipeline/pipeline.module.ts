import { Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { AlertModule } from '../alert/alert.module.ts';
import { DetectModule } from '../detect/detect.module.ts';
import { IngestModule } from '../ingest/ingest.module.ts';
import { NotifyModule } from '../notify/notify.module.ts';
import { RollUpModule } from '../roll-up/roll-up.module.ts';
import { Lease } from './lease.ts';
import { PipelineService, STAGES } from './pipeline.service.ts';
import { pipeline } from './pipeline.ts';
import { RunLog } from './run-log.ts';
import type { Stage } from './stage.ts';

/** The list of stages, made real: each stage comes from its own module, in the order of pipeline.ts. */
@Module({
  imports: [ScheduleModule.forRoot(), IngestModule, RollUpModule, DetectModule, AlertModule, NotifyModule],
  providers: [
    { provide: STAGES, inject: [...pipeline], useFactory: (...stages: Stage[]) => stages },
    Lease,
    RunLog,
    PipelineService,
  ],
  exports: [Lease, PipelineService],
})
export class PipelineModule {}
