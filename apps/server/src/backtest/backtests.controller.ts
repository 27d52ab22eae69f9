import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import {
  type Backtest,
  CancelBacktest,
  CreateBacktest,
  GetBacktest,
  ListBacktests,
  ListIncidents,
  PutIncidents,
} from '@tocsin/contracts';
import type { z } from 'zod';
import { Allow } from '../identity/allow.ts';
import { Audit } from '../identity/audit.ts';
import { type Caller, CurrentCaller } from '../identity/caller.ts';
import { mayChangeRules, refuseScoped, ruleEditors } from '../rules/may-change-rules.ts';
import { BacktestsService } from './backtests.service.ts';
import { IncidentsService } from './incidents.service.ts';

/** What rules would have done, and what is known to have happened. All of it is about the whole company. */
@Controller()
export class BacktestsController {
  constructor(
    private readonly backtests: BacktestsService,
    private readonly incidents: IncidentsService,
    private readonly audit: Audit,
  ) {}

  @Get(ListIncidents.path)
  async known(@CurrentCaller() caller: Caller): Promise<z.output<typeof ListIncidents.reply>> {
    refuseScoped(caller);
    return { incidents: await this.incidents.list(), mayChange: mayChangeRules(caller) };
  }

  @Put(PutIncidents.path)
  @Allow(...ruleEditors)
  async putKnown(
    @Body({ schema: PutIncidents.body }) { incidents }: z.output<typeof PutIncidents.body>,
    @CurrentCaller() caller: Caller,
  ): Promise<z.output<typeof PutIncidents.reply>> {
    refuseScoped(caller);
    const kept = await this.incidents.put(incidents, caller.name);
    await this.audit.note(caller.name, 'incidents-changed', 'incidents', { incidents: kept.length });
    return { incidents: kept, mayChange: true };
  }

  @Post(CreateBacktest.path)
  @Allow(...ruleEditors)
  create(
    @Body({ schema: CreateBacktest.body }) body: z.output<typeof CreateBacktest.body>,
    @CurrentCaller() caller: Caller,
  ): Promise<Backtest> {
    refuseScoped(caller);
    return this.backtests.create(body, caller.name);
  }

  @Get(ListBacktests.path)
  async list(@CurrentCaller() caller: Caller): Promise<z.output<typeof ListBacktests.reply>> {
    refuseScoped(caller);
    return { backtests: await this.backtests.list() };
  }

  @Get(GetBacktest.path)
  get(@Param('id') id: string, @CurrentCaller() caller: Caller): Promise<Backtest> {
    refuseScoped(caller);
    return this.backtests.get(id);
  }

  @Post(CancelBacktest.path)
  @HttpCode(200)
  @Allow(...ruleEditors)
  cancel(@Param('id') id: string, @CurrentCaller() caller: Caller): Promise<Backtest> {
    refuseScoped(caller);
    return this.backtests.cancel(id);
  }
}
