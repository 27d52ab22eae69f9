import { Controller, Get, Param, Query } from '@nestjs/common';
import {
  GetAlert,
  type GetAlertReply,
  ListAlerts,
  type ListAlertsQuery,
  type ListAlertsReply,
} from '@tocsin/contracts';
import { type Caller, CurrentCaller } from '../../identity/caller.ts';
import { AlertsService } from './alerts.service.ts';

@Controller()
export class AlertsController {
  constructor(private readonly alerts: AlertsService) {}

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
}
