import { Controller, Get, Query, Res } from '@nestjs/common';
import { type ComplaintFilter, GetChanges, type GetChangesReply } from '@tocsin/contracts';
import type { FastifyReply } from 'fastify';
import { goneOf } from '../../http/gone.ts';
import { type Caller, CurrentCaller } from '../../identity/caller.ts';
import { FiguresService } from '../figures/figures.service.ts';
import { checkPeriod } from '../figures/period.ts';
import { ChangesService } from './changes.service.ts';

/** The three changes that matter. No ETag: which of them have a warning may change without new data. */
@Controller()
export class ChangesController {
  constructor(
    private readonly changes: ChangesService,
    private readonly figures: FiguresService,
  ) {}

  @Get(GetChanges.path)
  async get(
    @Query({ schema: GetChanges.query }) filter: ComplaintFilter,
    @CurrentCaller() scope: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<GetChangesReply> {
    checkPeriod(filter);
    const gone = goneOf(reply);
    const provenance = await this.figures.provenanceOfQuestion({ filter, scope: scope.organisations });
    return { ...(await this.changes.read(filter, scope, gone)), provenance };
  }
}
