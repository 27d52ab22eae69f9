import { caseClock } from '@tocsin/calendar';
import { Inject, Injectable } from '@nestjs/common';
import type { CaseClock, GetCaseReply, ShownAlert } from '@tocsin/contracts';
import type { NotedEvent } from '@tocsin/ingestion';
import {
  type Scope,
  type Warehouse,
  type WholeCase,
  caseVersions,
  currentRules,
  getCase,
  linkedCases,
  listAlerts,
  similarCases,
} from '@tocsin/warehouse';
import { Deadlines } from '../../reference/deadlines.service.ts';
import { Refusal } from '../../refusal.ts';
import { WAREHOUSE } from '../../tokens.ts';
import { Today } from '../figures/period.ts';
import { shownAlert } from '../alerts/shown-alert.ts';
import { VerdictsService } from '../alerts/verdicts.service.ts';
import { alertsOverCase } from './alerts-over-case.ts';
import { versionChanges } from './version-changes.ts';
import { snippet } from './snippet.ts';

/** So many warnings are looked through for those that hold a complaint. */
const MOST_ALERTS = 500;

/** One complaint with everything that belongs to it. What lies outside the caller's scope does not exist. */
@Injectable()
export class CaseService {
  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    private readonly deadlines: Deadlines,
    private readonly today: Today,
    private readonly verdicts: VerdictsService,
  ) {}

  async one(id: string, scope: Scope): Promise<GetCaseReply> {
    const found = await this.warehouse.maybeOne(getCase({ id, scope }));
    if (found === undefined) throw unknownCase;
    const { kind, receivedOn, closedOn: _, linkedTo, personKey, givenDue: __, fields, ...row } = found;
    const { product, reason, organisation, narrative } = row;
    const matter = { product, reason, organisation, narrative };
    const [events, versions, linked, similar, alerts] = await Promise.all([
      this.deadlines.eventsOf(id),
      this.warehouse.rows(caseVersions({ id, scope })),
      this.warehouse.rows(linkedCases({ id, linkedTo, scope })),
      this.warehouse.rows(similarCases({ id, receivedOn, personKey, ...matter, scope })),
      this.#alerts(found, scope),
    ]);
    return {
      ...{ case: row, kind, fields, alerts, asOf: this.today.day },
      clock: kind === 'complaint' ? await this.#clock(found, events) : null,
      events: events.map(({ complaintId: ___, ...event }) => ({
        approver: '',
        told: false,
        ...event,
        until: event.until ?? null,
      })),
      versions: versionChanges(versions),
      linked: linked.map((one) => ({ ...one, narrative: snippet(one.narrative, []) })),
      similar: similar
        .filter((one) => !linked.some((other) => other.id === one.id))
        .map((one) => ({ ...one, narrative: snippet(one.narrative, []) })),
    };
  }

  /** Null where it ended on a day that nobody entered: then nothing can be said about its time. */
  async #clock(one: WholeCase, events: readonly NotedEvent[]): Promise<CaseClock | null> {
    const { receivedOn, closedOn, status, givenDue } = one;
    const hasEnded = status === 'closed' || status === 'withdrawn';
    if (hasEnded && closedOn === null) return null;
    const { versions, holidays } = await this.deadlines.rules();
    const isWithdrawn = status === 'withdrawn';
    const ended = { closedOn: isWithdrawn ? null : closedOn, withdrawnOn: isWithdrawn ? closedOn : null };
    const { bucket: _, ...clock } = caseClock(
      { receivedOn, givenDue, ...ended, events },
      this.today.day,
      versions,
      holidays,
    );
    return clock;
  }

  async #alerts(one: WholeCase, scope: Scope): Promise<ShownAlert[]> {
    if (one.kind !== 'complaint') return [];
    const [alerts, records] = await Promise.all([
      this.warehouse.rows(listAlerts({ state: 'any', limit: MOST_ALERTS, offset: 0, scope })),
      this.warehouse.rows(currentRules()),
    ]);
    const rules = records.map(({ rule }) => rule);
    const now = { today: this.today.day, timeZone: this.warehouse.timeZone };
    const ruleOf = (id: string) => rules.find((rule) => rule.id === id);
    const over = alertsOverCase(alerts, rules, one);
    const verdicts = await this.verdicts.newest(over);
    return over.map((alert) => shownAlert(alert, ruleOf(alert.ruleId), now, verdicts.get(alert.id) ?? null));
  }
}

const unknownCase = new Refusal('not-found', {
  detail: {
    zh: '没有您可以查看的这件投诉：编号未导入过、已撤回、已删除，或不在您的权限范围内。',
    en: 'There is no such complaint that you may see: it was never imported, was withdrawn or erased, or lies outside your scope.',
  },
});
