import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  StreamableFile,
} from '@nestjs/common';
import {
  DeleteReferenceRow,
  GetReference,
  GetReferenceHistory,
  type GetReferenceQuery,
  type GetReferenceReply,
  ListReference,
  type ListReferenceReply,
  PostReference,
  type PostReferenceQuery,
  PutReferenceRow,
  type ReferenceOutcome,
  type ReferenceVersion,
  RestoreReference,
} from '@tocsin/contracts';
import type { z } from 'zod';
import { type Caller, CurrentCaller } from '../identity/caller.ts';
import { formatFor } from '../present/figures/format.ts';
import { editableTable, knownTable } from './known-table.ts';
import { ReferenceReader } from './reference-reader.ts';
import { ReferenceService } from './reference.service.ts';
import { readReferenceFile } from './reference-file.ts';

/** What a company keeps beside its complaints: every table of the catalogue, read and changed in one way. */
@Controller()
export class ReferenceController {
  constructor(
    private readonly reference: ReferenceService,
    private readonly reader: ReferenceReader,
  ) {}

  @Get(ListReference.path)
  list(): Promise<ListReferenceReply> {
    return this.reader.list();
  }

  @Get(GetReference.path)
  async get(
    @Param('table') name: string,
    @Query({ schema: GetReference.query }) query: GetReferenceQuery,
    @CurrentCaller() caller: Caller,
    @Headers('accept') accept: string | undefined,
  ): Promise<GetReferenceReply | StreamableFile> {
    const table = knownTable(name);
    if (formatFor(accept) === 'json') return this.reader.page(table, query, caller);
    const text = await this.reader.csv(table, query, caller);
    return new StreamableFile(Buffer.from(text), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="${table.name}.csv"`,
    });
  }

  @Post(PostReference.path)
  @HttpCode(200)
  async post(
    @Param('table') name: string,
    @Query({ schema: PostReference.query }) query: PostReferenceQuery,
    @Body() body: unknown,
    @CurrentCaller() caller: Caller,
  ): Promise<ReferenceOutcome> {
    const table = editableTable(name, caller);
    return this.reference.take(table, await readReferenceFile(table, body), { ...query, by: caller.name });
  }

  @Put(PutReferenceRow.path)
  async put(
    @Param('table') name: string,
    @Param('key') key: string,
    @Body({ schema: PutReferenceRow.body }) { cells }: z.output<typeof PutReferenceRow.body>,
    @CurrentCaller() caller: Caller,
  ): Promise<ReferenceOutcome> {
    return this.reference.put(editableTable(name, caller), key, cells, caller.name);
  }

  @Delete(DeleteReferenceRow.path)
  async remove(
    @Param('table') name: string,
    @Param('key') key: string,
    @CurrentCaller() caller: Caller,
  ): Promise<ReferenceOutcome> {
    return this.reference.remove(editableTable(name, caller), key, caller.name);
  }

  @Get(GetReferenceHistory.path)
  async history(@Param('table') name: string): Promise<{ versions: ReferenceVersion[] }> {
    return { versions: await this.reader.history(knownTable(name)) };
  }

  @Post(RestoreReference.path)
  @HttpCode(200)
  async restore(
    @Param('table') name: string,
    @Body({ schema: RestoreReference.body }) { version }: z.output<typeof RestoreReference.body>,
    @CurrentCaller() caller: Caller,
  ): Promise<ReferenceOutcome> {
    return this.reference.restore(editableTable(name, caller), version, caller.name);
  }
}
