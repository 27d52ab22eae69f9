import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  GetAlert,
  type GetAlertReply,
  JudgeAlert,
  ListAlerts,
  type ListAlertsQuery,
  type ListAlertsReply,
} from '@tocsin/contracts';
import type { z } from 'zod';
import { Allow } from '../../identity/allow.ts';
import { Audit } from '../../identity/audit.ts';
import { type Caller, CurrentCaller } from '../../identity/caller.ts';
import { ruleEditors } from '../../rules/may-change-rules.ts';
import { AlertsService } from './alerts.service.ts';
import { VerdictsService } from './verdicts.service.ts';

@Controller()
export class AlertsController {
  constructor(
    private readonly alerts: AlertsService,
    private readonly verdicts: VerdictsService,
    private readonly audit: Audit,
  ) {}

  @Get(ListAlerts.path)
  list(
    @Query({ schema: ListAlerts.query }) query: ListAlertsQuery,
    @CurrentCaller() scope: Caller,
  ): Promise<ListAlertsReply> {
    return this.alerts.list(query, scope);
  }

  @Get(GetAlert.path)
  one(@Param('id') id: string, @CurrentCaller() scope: Caller): Promise<GetAlertReply> {
    return this.alerts.one(id, scope);
  }

  @Post(JudgeAlert.path)
  @Allow(...ruleEditors)
  async judge(
    @Param('id') id: string,
    @Body({ schema: JudgeAlert.body }) body: z.output<typeof JudgeAlert.body>,
    @CurrentCaller() caller: Caller,
  ): Promise<z.output<typeof JudgeAlert.reply>> {
    const given = await this.verdicts.give(id, body, caller);
    await this.audit.note(caller.name, 'warning-judged', id, { verdict: body.verdict });
    return given;
  }
}
