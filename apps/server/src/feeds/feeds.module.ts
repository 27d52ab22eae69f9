import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.ts';
import { FolderFeeds, FolderSchedule } from '../ingest/folder/folder-schedule.ts';
import { IngestModule } from '../ingest/ingest.module.ts';
import { PullFeeds, PullSchedule } from '../ingest/pulls/pull-schedule.ts';
import { PipelineModule } from '../pipeline/pipeline.module.ts';
import { FeedsController } from './feeds.controller.ts';
import { FeedsService } from './feeds.service.ts';

/** Ways by which data come in again and again, and the clock of those that are pulled or have a folder. */
@Module({
  imports: [IdentityModule, IngestModule, PipelineModule],
  controllers: [FeedsController],
  providers: [
    FeedsService,
    { provide: PullFeeds, useExisting: FeedsService },
    { provide: FolderFeeds, useExisting: FeedsService },
    PullSchedule,
    FolderSchedule,
  ],
})
export class FeedsModule {}
