import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import {
  Body,
  Controller,
  Get,
  Header,
  Headers,
  HttpCode,
  Param,
  Post,
  Query,
  Res,
  StreamableFile,
} from '@nestjs/common';
import { CreateImport, GetImport, GetRejectedRows, type Import, ListImportRows, ListImports } from '@tocsin/contracts';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { Allow } from '../../identity/allow.ts';
import { type Caller, CurrentCaller } from '../../identity/caller.ts';
import { Audit } from '../../identity/audit.ts';
import { TakesRows } from '../../identity/limits/limits.guard.ts';
import { Limits } from '../../identity/limits/limits.service.ts';
import { ImportRowsService } from './import-rows.service.ts';
import { ImportsService, shown } from '../imports.service.ts';
import { RejectedRowsService } from './rejected-rows.service.ts';
import { Uploads } from '../uploads/uploads.service.ts';
import { streamedBody } from './streamed-body.ts';

type CreateQuery = z.output<typeof CreateImport.query>;

/** The door for complaints. Whoever looks after data may hand files in; what came in, analysts and others may see. */
@Controller()
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly rejected: RejectedRowsService,
    private readonly rows: ImportRowsService,
    private readonly audit: Audit,
    private readonly uploads: Uploads,
    private readonly limits: Limits,
  ) {}

  @Post(CreateImport.path)
  @HttpCode(202)
  @Allow('admin', 'operator')
  @TakesRows()
  async create(
    @Query({ schema: CreateImport.query }) query: CreateQuery,
    @Headers() headers: Readonly<Record<string, string | undefined>>,
    @Body() body: unknown,
    @CurrentCaller() caller: Caller,
  ): Promise<Import> {
    const upload = query.upload === undefined ? undefined : await this.uploads.whole(query.upload, caller);
    const record = await this.imports.receive({
      body: upload === undefined ? streamedBody(body) : createReadStream(upload.path),
      announced: upload?.length ?? Number(headers['content-length'] ?? 0),
      name: query.name === '' ? (upload?.name ?? '') : query.name,
      profile: query.profile,
      idempotencyKey: (headers['idempotency-key'] ?? '').slice(0, 200),
      contentType: headers['content-type'] ?? '',
      contentEncoding: headers['content-encoding'] ?? '',
      requestedBy: caller.name,
      channel: caller.kind === 'key' ? 'api' : 'upload',
      dryRun: query.dryRun,
      maxRejectedShare: query.maxRejectedShare,
    });
    this.limits.bytes(caller, record.bytes);
    return shown(await this.imports.start(record, query.wait));
  }

  @Get(ListImports.path)
  @Allow('admin', 'operator', 'risk', 'analyst')
  async list(
    @Query({ schema: ListImports.query }) { limit, feed }: z.output<typeof ListImports.query>,
  ): Promise<{ imports: Import[] }> {
    return { imports: (await this.imports.list(limit, feed)).map(shown) };
  }

  @Get(GetImport.path)
  @Allow('admin', 'operator', 'risk', 'analyst')
  async get(@Param('id') id: string): Promise<Import> {
    return shown(await this.imports.get(id));
  }

  @Get(ListImportRows.path)
  @Allow('admin', 'operator', 'risk', 'analyst')
  async listRows(
    @Param('id') id: string,
    @Query({ schema: ListImportRows.query }) { outcome, limit }: z.output<typeof ListImportRows.query>,
  ): Promise<z.infer<typeof ListImportRows.reply>> {
    const { id: known } = await this.imports.get(id);
    return { rows: await this.rows[outcome](known, limit) };
  }

  @Get(GetRejectedRows.path)
  @Allow('admin', 'operator')
  @Header('cache-control', 'no-store')
  async rejectedRows(
    @Param('id') id: string,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { id: known } = await this.imports.get(id);
    const { lines, masked } = await this.rejected.csv(known);
    // Originals hold personal data in the clear: who took them is kept for good.
    await this.audit.note(caller.name, 'rejected-rows-taken', known, { masked });
    reply.header('x-tocsin-masked', String(masked));
    return new StreamableFile(Readable.from(lines, { objectMode: false }), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="rejected-${known}.csv"`,
    });
  }
}
