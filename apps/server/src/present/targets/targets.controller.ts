import { Controller, Get, Query, UseInterceptors } from '@nestjs/common';
import { GetTargets, type GetTargetsQuery, type GetTargetsReply } from '@tocsin/contracts';
import { type Caller, CurrentCaller } from '../../identity/caller.ts';
import { FiguresInterceptor } from '../figures/figures.interceptor.ts';
import { TargetsService } from './targets.service.ts';

/** A year against its targets, and where it will end. */
@Controller()
@UseInterceptors(FiguresInterceptor)
export class TargetsController {
  constructor(private readonly targets: TargetsService) {}

  @Get(GetTargets.path)
  get(
    @Query({ schema: GetTargets.query }) asked: GetTargetsQuery,
    @CurrentCaller() scope: Caller,
  ): Promise<GetTargetsReply> {
    return this.targets.read(asked, scope);
  }
}
