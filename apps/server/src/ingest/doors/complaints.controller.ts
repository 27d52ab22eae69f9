import { Readable } from 'node:stream';
import { Body, Controller, Headers, HttpCode, Post } from '@nestjs/common';
import { CreateComplaints } from '@tocsin/contracts';
import type { z } from 'zod';
import { Allow } from '../../identity/allow.ts';
import { type Caller, CurrentCaller } from '../../identity/caller.ts';
import { TakesRows } from '../../identity/limits/limits.guard.ts';
import { Limits } from '../../identity/limits/limits.service.ts';
import { ImportsService, shown } from '../imports.service.ts';
import { ImportRowsService } from './import-rows.service.ts';

type Reply = z.infer<typeof CreateComplaints.reply>;

/**
 * The door for systems that send complaints one by one or some hundred at a time. What they send goes the way of every
 * file, so nothing acknowledged is lost; it is answered when it is visible, with what became of each row.
 */
@Controller()
export class ComplaintsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly rows: ImportRowsService,
    private readonly limits: Limits,
  ) {}

  @Post(CreateComplaints.path)
  @HttpCode(200)
  @Allow('admin', 'operator')
  @TakesRows()
  async create(
    @Body({ schema: CreateComplaints.body }) { complaints }: z.output<typeof CreateComplaints.body>,
    @Headers('idempotency-key') key: string | undefined,
    @CurrentCaller() caller: Caller,
  ): Promise<Reply> {
    this.limits.rows(caller, complaints.length);
    const body = Buffer.from(complaints.map((record) => `${JSON.stringify(record)}\n`).join(''));
    const record = await this.imports.receive({
      body: Readable.from([body], { objectMode: false }),
      ...{ announced: body.length, name: '', profile: 'canonical', channel: 'api' },
      ...{ idempotencyKey: (key ?? '').slice(0, 200), contentType: 'application/x-ndjson', contentEncoding: '' },
      ...{ requestedBy: caller.name, dryRun: false, maxRejectedShare: 1 },
    });
    const finished = await this.imports.start(record, true);
    return { import: shown(finished), rows: await this.#rows(record.id, complaints.length) };
  }

  /** A row that nothing is said of was accepted. */
  async #rows(id: string, count: number): Promise<Reply['rows']> {
    const results: Reply['rows'] = Array.from({ length: count }, (_, index) => ({
      row: index + 1,
      outcome: 'accepted',
      reasons: [],
    }));
    for (const outcome of ['warned', 'rejected'] as const) {
      for (const { row, reasons } of await this.rows[outcome](id, count)) {
        results[row - 1] = { row, outcome, reasons };
      }
    }
    return results;
  }
}
