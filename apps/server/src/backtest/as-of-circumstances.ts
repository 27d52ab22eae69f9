import type { IsoDay } from '@tocsin/contracts';
import {
  type AlertVerdictRecord,
  type ArrivalDelay,
  type IncidentsVersion,
  type WarningReach,
  type Warehouse,
  alertVerdicts,
  arrivalDelays,
  confirmedWarnings,
  incidentVersions,
  wholeCompany,
} from '@tocsin/warehouse';
import { type ArrivedShares, arrivedShares, learnedFrom } from '../circumstances/arrived-shares.ts';
import type { Circumstances } from '../circumstances/circumstances.ts';
import { judgedIncidents } from '../circumstances/known-incidents.ts';
import { type KnownEvent, knownEvents } from '../circumstances/known-events.ts';
import type { AsOfTables } from './as-of-tables.ts';
import { type KnowledgePlan, secondsOf } from './knowledge.ts';

/** What was known of days besides their counts, at a past moment. */
export class AsOfCircumstances {
  readonly #incidents: readonly Told<IncidentsVersion>[];
  readonly #verdicts: readonly Told<AlertVerdictRecord>[];
  readonly #reached: readonly Told<WarningReach>[];
  #arrived: { readonly today: IsoDay; readonly shares: ArrivedShares | undefined } | undefined;

  private constructor(
    private readonly tables: AsOfTables,
    private readonly delays: readonly ArrivalDelay[],
    said: Said,
  ) {
    this.#incidents = said.incidents.map(told);
    this.#verdicts = said.verdicts.map(told);
    this.#reached = said.reached.map(told);
  }

  /** For moments from a day on. Batches that brought the past tell nothing of how late their rows were. */
  static async read(
    warehouse: Warehouse,
    { tables, plan, from }: { tables: AsOfTables; plan: Pick<KnowledgePlan, 'history'>; from: IsoDay },
  ): Promise<AsOfCircumstances> {
    const question = { from: learnedFrom(from), scope: wholeCompany, without: plan.history };
    const [delays, incidents, verdicts, reached] = await Promise.all([
      warehouse.rows(arrivalDelays(question)),
      warehouse.rows(incidentVersions()),
      warehouse.rows(alertVerdicts()),
      warehouse.rows(confirmedWarnings()),
    ]);
    return new AsOfCircumstances(tables, delays, { incidents, verdicts, reached });
  }

  /** The moments at which somebody told of incidents, or a warning went on that had been confirmed, in unix seconds. */
  get moments(): readonly number[] {
    const judgedAt = new Map(this.#verdicts.toReversed().map(({ alertId, seconds }) => [alertId, seconds]));
    const wentOn = this.#reached.filter(({ alertId, lastBucket, seconds }, i) => {
      const before = this.#reached[i - 1];
      const isSame = before?.alertId === alertId && before.lastBucket === lastBucket;
      return !isSame && seconds > (judgedAt.get(alertId) ?? Infinity);
    });
    return [...this.#incidents, ...this.#verdicts, ...wentOn].map(({ seconds }) => seconds);
  }

  /** The events that were known, with as many of their days as were known. */
  events(now: number): readonly KnownEvent[] {
    const known = <One>(all: readonly Told<One>[]) => all.filter(({ seconds }) => seconds <= now);
    const given = known(this.#incidents).at(-1)?.incidents ?? [];
    const judged = judgedIncidents(known(this.#verdicts), known(this.#reached));
    return knownEvents([...given, ...judged], this.tables.calendar(now));
  }

  at(now: number, today: IsoDay): Circumstances {
    if (this.#arrived?.today !== today) this.#arrived = { today, shares: arrivedShares(this.delays, today) };
    return {
      events: this.events(now),
      arrived: this.#arrived.shares,
      volume: this.tables.business(now, today).volume,
    };
  }
}

/** What people and confirmed warnings have said of incidents. */
interface Said {
  readonly incidents: readonly IncidentsVersion[];
  readonly verdicts: readonly AlertVerdictRecord[];
  readonly reached: readonly WarningReach[];
}

/** What somebody told, with the first whole second at which it was known. */
type Told<What> = What & { readonly seconds: number };

const told = <What extends { readonly at: string }>(one: What): Told<What> => ({ ...one, seconds: secondsOf(one.at) });
