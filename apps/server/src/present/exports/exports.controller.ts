import { createReadStream } from 'node:fs';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, StreamableFile } from '@nestjs/common';
import { CreateExport, DeleteExport, type ExportJob, GetExport, GetExportFile, ListExports } from '@tocsin/contracts';
import type { z } from 'zod';
import { Audit } from '../../identity/audit.ts';
import { type Caller, CurrentCaller } from '../../identity/caller.ts';
import { formats } from '../figures/format.ts';
import { ExportsService } from './exports.service.ts';

/** Tables that are written in the background and fetched when they are done. */
@Controller()
export class ExportsController {
  constructor(
    private readonly exports: ExportsService,
    private readonly audit: Audit,
  ) {}

  @Post(CreateExport.path)
  @HttpCode(202)
  async create(
    @Body({ schema: CreateExport.body }) body: z.output<typeof CreateExport.body>,
    @CurrentCaller() caller: Caller,
  ): Promise<ExportJob> {
    const job = await this.exports.create(body, caller);
    const { kind, query, format, queryHash } = job;
    await this.audit.note(caller.name, 'export-requested', job.id, { kind, query, format, queryHash });
    return job;
  }

  @Get(ListExports.path)
  async list(@CurrentCaller() caller: Caller): Promise<z.infer<typeof ListExports.reply>> {
    return { exports: await this.exports.list(caller) };
  }

  @Get(GetExport.path)
  get(@Param('id') id: string, @CurrentCaller() caller: Caller): ExportJob {
    return this.exports.get(id, caller);
  }

  @Get(GetExportFile.path)
  async file(@Param('id') id: string, @CurrentCaller() caller: Caller): Promise<StreamableFile> {
    const { path, job } = this.exports.file(id, caller);
    await this.audit.note(caller.name, 'export-taken', id);
    const name = `tocsin-${job.kind}-${job.requestedAt.slice(0, 10)}.${job.format}`;
    const options = { type: formats[job.format], length: job.bytes ?? undefined };
    return new StreamableFile(createReadStream(path), { ...options, disposition: `attachment; filename="${name}"` });
  }

  @Delete(DeleteExport.path)
  @HttpCode(204)
  async remove(@Param('id') id: string, @CurrentCaller() caller: Caller): Promise<void> {
    await this.exports.remove(id, caller);
  }
}
