import { Module } from '@nestjs/common';
import { CompanyTablesController } from './company-tables.controller.ts';
import { ReferenceReader } from './reference-reader.ts';
import { ReferenceController } from './reference.controller.ts';
import { ReferenceService } from './reference.service.ts';

/** Tables that a company keeps beside its complaints, and their doors. */
@Module({
  controllers: [ReferenceController, CompanyTablesController],
  providers: [ReferenceReader, ReferenceService],
})
export class ReferenceModule {}
