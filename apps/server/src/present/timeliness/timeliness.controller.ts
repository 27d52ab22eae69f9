import { Controller, Get, Query, UseInterceptors } from '@nestjs/common';
import { GetTimeliness, type GetTimelinessQuery, type GetTimelinessReply } from '@tocsin/contracts';
import { type Caller, CurrentCaller } from '../../identity/caller.ts';
import { FiguresInterceptor } from '../figures/figures.interceptor.ts';
import { TimelinessService } from './timeliness.service.ts';

/** What is due: open complaints by due day, stage, organisation, department and age. */
@Controller()
@UseInterceptors(FiguresInterceptor)
export class TimelinessController {
  constructor(private readonly timeliness: TimelinessService) {}

  @Get(GetTimeliness.path)
  get(
    @Query({ schema: GetTimeliness.query }) query: GetTimelinessQuery,
    @CurrentCaller() scope: Caller,
  ): Promise<GetTimelinessReply> {
    return this.timeliness.read(query, scope);
  }
}
