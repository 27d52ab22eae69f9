import { Controller, Get, Headers, Param, Query, Res, UseInterceptors } from '@nestjs/common';
import {
  GetCase,
  type GetCaseReply,
  GetFacets,
  type GetFacetsQuery,
  type GetFacetsReply,
  ListCases,
  type ListCasesQuery,
} from '@tocsin/contracts';
import type { FastifyReply } from 'fastify';
import { type Caller, CurrentCaller } from '../../identity/caller.ts';
import { FiguresInterceptor } from '../figures/figures.interceptor.ts';
import { CaseService } from './case.service.ts';
import { CasesService } from './cases.service.ts';

/** Complaints one by one, within the caller's scope; everything personal is masked. */
@Controller()
export class CasesController {
  constructor(
    private readonly cases: CasesService,
    private readonly single: CaseService,
  ) {}

  @Get(ListCases.path)
  @UseInterceptors(FiguresInterceptor)
  list(
    @Query({ schema: ListCases.query }) query: ListCasesQuery,
    @CurrentCaller() scope: Caller,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.cases.list(query, scope, accept, reply);
  }

  @Get(GetFacets.path)
  @UseInterceptors(FiguresInterceptor)
  facets(
    @Query({ schema: GetFacets.query }) query: GetFacetsQuery,
    @CurrentCaller() scope: Caller,
  ): Promise<GetFacetsReply> {
    return this.cases.facets(query, scope);
  }

  @Get(GetCase.path)
  one(@Param('id') id: string, @CurrentCaller() scope: Caller): Promise<GetCaseReply> {
    return this.single.one(id, scope);
  }
}
