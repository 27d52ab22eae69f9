import { Module } from '@nestjs/common';
import type { Config } from '../config.ts';
import { CONFIG } from '../tokens.ts';
import { ComplaintsController } from './doors/complaints.controller.ts';
import { ImportRowsService } from './doors/import-rows.service.ts';
import { ImportsController } from './doors/imports.controller.ts';
import { ProfilesController } from './doors/profiles.controller.ts';
import { RejectedRowsService } from './doors/rejected-rows.service.ts';
import { FolderService } from './folder/folder.service.ts';
import { IdentityModule } from '../identity/identity.module.ts';
import { ImportsService } from './imports.service.ts';
import { Inbox } from './inbox/inbox.ts';
import { IngestStage } from './ingest.stage.ts';
import { InspectionsService } from './inspect/inspections.service.ts';
import { Uploads } from './uploads/uploads.service.ts';
import { UploadsController } from './uploads/uploads.controller.ts';
import { PullsService } from './pulls/pulls.service.ts';
import { ImportThreads } from './work/import-threads.ts';
import { ProfilesService } from './profiles/profiles.service.ts';

/** Files that may wait at once; a sender beyond that is asked to come back. */
const MOST_FILES = 256;

/** The first stage of the flow and its doors. */
@Module({
  imports: [IdentityModule],
  controllers: [ComplaintsController, ImportsController, ProfilesController, UploadsController],
  providers: [
    {
      provide: Inbox,
      inject: [CONFIG],
      useFactory: ({ dataDirectory, import: { maxBytes } }: Config) =>
        new Inbox(dataDirectory, { maxBytes, maxFiles: MOST_FILES }),
    },
    {
      provide: ImportThreads,
      inject: [CONFIG],
      useFactory: ({ import: { workers } }: Config) => new ImportThreads(workers),
    },
    ImportsService,
    ProfilesService,
    InspectionsService,
    RejectedRowsService,
    Uploads,
    ImportRowsService,
    PullsService,
    FolderService,
    IngestStage,
  ],
  exports: [IngestStage, PullsService, FolderService],
})
export class IngestModule {}
