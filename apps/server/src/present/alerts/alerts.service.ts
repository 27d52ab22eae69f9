import { Inject, Injectable } from '@nestjs/common';
import {
  type Alert,
  type AnyRule,
  type GetAlertReply,
  type ListAlertsQuery,
  type ListAlertsReply,
  type MeasureId,
  type Notice,
  leadingOf,
} from '@tocsin/contracts';
import {
  type NoticeRecord,
  type Scope,
  type Signal,
  type Warehouse,
  alertContributors,
  alertEvents,
  alertHistory,
  countAlerts,
  currentRules,
  getAlert,
  listAlerts,
  noticesOfAlert,
  ruleVersions,
  series,
  signals,
} from '@tocsin/warehouse';
import { isRateRule } from '../../detect/rates/rate-rule.ts';
import type { Caller } from '../../identity/caller.ts';
import { Refusal } from '../../refusal.ts';
import { WAREHOUSE } from '../../tokens.ts';
import { DaysOfData } from '../days-of-data.ts';
import { Deliveries } from '../figures/deliveries.ts';
import { Today } from '../figures/period.ts';
import { Trees } from '../../reference/trees.ts';
import { alertFilter } from './alert-filter.ts';
import { alertPeriod } from './alert-period.ts';
import { factCases } from './fact-cases.ts';
import { shownAlert } from './shown-alert.ts';
import { ofWholeExposure, rateEvidence } from './rate-evidence.ts';
import { VerdictsService } from './verdicts.service.ts';
import { withBand } from './with-band.ts';
import type { z } from 'zod';

/** Warnings as the caller may see them. */
@Injectable()
export class AlertsService {
  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    private readonly today: Today,
    private readonly trees: Trees,
    private readonly deliveries: Deliveries,
    private readonly days: DaysOfData,
    private readonly verdicts: VerdictsService,
  ) {}

  async list({ rule: ruleId, ...query }: ListAlertsQuery, scope: Scope): Promise<ListAlertsReply> {
    const [found, { total, data: openData, ...openByLevel }, records] = await Promise.all([
      this.warehouse.rows(listAlerts({ ...query, ruleId, scope })),
      this.warehouse.one(countAlerts({ ...query, ruleId, scope })),
      this.warehouse.rows(currentRules()),
    ]);
    const rules = new Map(records.map(({ rule }) => [rule.id, rule]));
    const verdicts = await this.verdicts.newest(found);
    const alerts = found.map((alert) =>
      shownAlert(alert, rules.get(alert.ruleId), this.#now, verdicts.get(alert.id) ?? null),
    );
    return { alerts, total, openByLevel, openData, asOf: this.today.day };
  }

  async one(id: string, scope: Caller): Promise<GetAlertReply> {
    const alert = await this.warehouse.maybeOne(getAlert({ id, scope }));
    if (alert === undefined) throw new Refusal('not-found');
    const [events, contributors, notices, { rule, seriesKey }, delivery, judged] = await Promise.all([
      this.warehouse.rows(alertEvents({ id, scope })),
      this.warehouse.maybeOne(alertContributors({ id, scope })),
      this.warehouse.rows(noticesOfAlert(id)),
      this.#ruleOf(alert, scope),
      alert.feed === null ? null : this.deliveries.historyOf(alert.feed),
      this.verdicts.of(id, scope),
    ]);
    return {
      alert: shownAlert(alert, rule, this.#now, judged.verdicts.at(-1)?.verdict ?? null),
      events,
      contributors: contributors?.contributors ?? [],
      notices: notices.map(asNotice),
      ...(await this.#series(alert, rule, seriesKey, scope)),
      delivery,
      owner: rule?.owner ?? '',
      cluster: rule?.kind === 'scan' ? MEMBERS[rule.over] : null,
      ...judged,
      cases: rule?.kind === 'trigger' && seriesKey !== undefined ? factCases(rule, alert, seriesKey) : null,
    };
  }

  get #now() {
    return { today: this.today.day, timeZone: this.warehouse.timeZone };
  }

  /** The version of the rule that gave the warning, and the series that it is about. */
  async #ruleOf({ id, ruleId, ruleVersion }: Alert, scope: Scope) {
    const [versions, history] = await Promise.all([
      this.warehouse.rows(ruleVersions(ruleId)),
      this.warehouse.rows(alertHistory({ id, scope })),
    ]);
    const rule = versions.find((version) => version.rule.version === ruleVersion)?.rule;
    return { rule, seriesKey: history[0]?.seriesKey };
  }

  /** What was counted around the warning, as it is known today, with the band that the detector drew. */
  async #series(
    alert: Alert,
    rule: AnyRule | undefined,
    seriesKey: string | undefined,
    scope: Scope,
  ): Promise<Pick<GetAlertReply, 'series' | 'rate'>> {
    const { ruleId, ruleVersion, grain, slice } = alert;
    if (rule?.kind !== 'series' || seriesKey === undefined) return { series: [], rate: null };
    const { measure } = rule;
    const today = this.today.day;
    const period = alertPeriod(alert, today);
    const judged = await this.warehouse.rows(signals({ ...period, ruleId, ruleVersion, seriesKey }));
    if (leadingOf(measure) !== undefined) return { series: withBand(judged.map(asCounted), judged), rate: null };
    const filter = alertFilter(rule, slice, period);
    const [translation, { delivered }, covered] = await Promise.all([
      this.trees.of(filter),
      this.deliveries.now(),
      this.days.now(),
    ]);
    const asked = { filter, scope, today, translation };
    const [counted, rate] = await Promise.all([
      this.warehouse.rows(series({ measure: measure as MeasureId, by: grain, covered, delivered, ...asked })),
      isRateRule(rule) ? rateEvidence(this.warehouse, rule, asked) : null,
    ]);
    return { series: withBand(rate === null ? counted : ofWholeExposure(counted, rate), judged), rate };
  }
}

/** What a scan over something has as members. */
const MEMBERS = { regions: 'region', cities: 'city', organisations: 'organisation' } as const;

/** What no figure counts is shown as it was judged. */
const asCounted = ({ bucket, observed }: Signal) => ({ at: bucket, value: observed, complete: 1 });

const asNotice = ({ channel, recipient, state, at, attempts, error }: NoticeRecord): z.infer<typeof Notice> => ({
  channel,
  recipient,
  state,
  at,
  attempts,
  error: error === '' ? null : error,
});
