import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CancelImport, CreateErasure, type Erasure, Import, ListErasures, WithdrawImport } from '@tocsin/contracts';
import type { z } from 'zod';
import { Allow } from '../../identity/allow.ts';
import { type Caller, CurrentCaller } from '../../identity/caller.ts';
import { CorrectionsService } from './corrections.service.ts';

/** The door for taking a batch back and for requests to be erased. */
@Controller()
@Allow('admin', 'operator')
export class CorrectionsController {
  constructor(private readonly corrections: CorrectionsService) {}

  @Post(WithdrawImport.path)
  @HttpCode(202)
  async withdraw(
    @Param('id') id: string,
    @Query({ schema: WithdrawImport.query }) { wait }: z.output<typeof WithdrawImport.query>,
    @Body({ schema: WithdrawImport.body }) { reason }: z.output<typeof WithdrawImport.body>,
    @CurrentCaller() caller: Caller,
  ): Promise<z.output<typeof WithdrawImport.reply>> {
    return { state: await this.corrections.withdraw(id, reason, caller.name, wait) };
  }

  @Post(CancelImport.path)
  @HttpCode(200)
  async cancel(@Param('id') id: string, @CurrentCaller() caller: Caller): Promise<Import> {
    return Import.parse(await this.corrections.cancel(id, caller.name));
  }

  @Post(CreateErasure.path)
  @HttpCode(202)
  @Header('cache-control', 'no-store')
  async erase(
    @Query({ schema: CreateErasure.query }) { wait }: z.output<typeof CreateErasure.query>,
    @Body({ schema: CreateErasure.body }) asked: z.output<typeof CreateErasure.body>,
    @CurrentCaller() caller: Caller,
  ): Promise<Erasure> {
    return CreateErasure.reply.parse(await this.corrections.erase(asked, caller.name, wait));
  }

  @Get(ListErasures.path)
  @Header('cache-control', 'no-store')
  async list(): Promise<z.output<typeof ListErasures.reply>> {
    return ListErasures.reply.parse({ erasures: await this.corrections.erasures() });
  }
}
