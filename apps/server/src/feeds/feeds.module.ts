import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.ts';
import { IngestModule } from '../ingest/ingest.module.ts';
import { PullFeeds, PullSchedule } from '../ingest/pulls/pull-schedule.ts';
import { PipelineModule } from '../pipeline/pipeline.module.ts';
import { FeedsController } from './feeds.controller.ts';
import { FeedsService } from './feeds.service.ts';

/** Ways by which data come in again and again, and the clock of those that are pulled. */
@Module({
  imports: [IdentityModule, IngestModule, PipelineModule],
  controllers: [FeedsController],
  providers: [FeedsService, { provide: PullFeeds, useExisting: FeedsService }, PullSchedule],
})
export class FeedsModule {}
