import { Inject, Injectable } from '@nestjs/common';
import type { Alert, GetAlertReply, ListAlertsQuery, ListAlertsReply, Notice } from '@tocsin/contracts';
import {
  type NoticeRecord,
  type Scope,
  type Warehouse,
  alertContributors,
  alertEvents,
  alertHistory,
  countAlerts,
  getAlert,
  listAlerts,
  noticesOfAlert,
  ruleVersions,
  series,
  signals,
} from '@tocsin/warehouse';
import { Refusal } from '../../refusal.ts';
import { WAREHOUSE } from '../../tokens.ts';
import { Today } from '../figures/period.ts';
import { Trees } from '../../reference/trees.ts';
import { alertFilter } from './alert-filter.ts';
import { alertPeriod } from './alert-period.ts';
import { withBand } from './with-band.ts';
import type { z } from 'zod';

/** Warnings as the caller may see them. */
@Injectable()
export class AlertsService {
  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    private readonly today: Today,
    private readonly trees: Trees,
  ) {}

  async list(query: ListAlertsQuery, scope: Scope): Promise<ListAlertsReply> {
    const [alerts, { total, ...openByLevel }] = await Promise.all([
      this.warehouse.rows(listAlerts({ ...query, scope })),
      this.warehouse.one(countAlerts({ ...query, scope })),
    ]);
    return { alerts, total, openByLevel, asOf: this.today.day };
  }

  async one(id: string, scope: Scope): Promise<GetAlertReply> {
    const alert = await this.warehouse.maybeOne(getAlert({ id, scope }));
    if (alert === undefined) throw new Refusal('not-found');
    const [events, contributors, notices, points] = await Promise.all([
      this.warehouse.rows(alertEvents({ id, scope })),
      this.warehouse.maybeOne(alertContributors({ id, scope })),
      this.warehouse.rows(noticesOfAlert(id)),
      this.#series(alert, scope),
    ]);
    return {
      alert,
      events,
      contributors: contributors?.contributors ?? [],
      notices: notices.map(asNotice),
      series: points,
    };
  }

  /** What was counted around the warning, as it is known today, with the band that the detector drew. */
  async #series(alert: Alert, scope: Scope): Promise<GetAlertReply['series']> {
    const { id, ruleId, ruleVersion, grain, slice } = alert;
    const [versions, history] = await Promise.all([
      this.warehouse.rows(ruleVersions(ruleId)),
      this.warehouse.rows(alertHistory({ id, scope })),
    ]);
    const rule = versions.find((version) => version.rule.version === ruleVersion)?.rule;
    const seriesKey = history[0]?.seriesKey;
    if (rule === undefined || seriesKey === undefined) return [];

    const today = this.today.day;
    const period = alertPeriod(alert, today);
    const filter = alertFilter(rule, slice, period);
    const translation = await this.trees.of(filter);
    const [counted, judged] = await Promise.all([
      this.warehouse.rows(series({ measure: rule.measure, filter, scope, by: grain, today, translation })),
      this.warehouse.rows(signals({ ...period, ruleId, ruleVersion, seriesKey })),
    ]);
    return withBand(counted, judged);
  }
}

const asNotice = ({ channel, recipient, state, at, attempts, error }: NoticeRecord): z.infer<typeof Notice> => ({
  channel,
  recipient,
  state,
  at,
  attempts,
  error: error === '' ? null : error,
});
