import type { IsoDay } from '@tocsin/contracts';
import {
  type ArrivalDelay,
  type IncidentsVersion,
  type Warehouse,
  arrivalDelays,
  incidentVersions,
  wholeCompany,
} from '@tocsin/warehouse';
import { type ArrivedShares, arrivedShares, learnedFrom } from '../circumstances/arrived-shares.ts';
import type { Circumstances } from '../circumstances/circumstances.ts';
import { knownEvents } from '../circumstances/known-events.ts';
import type { AsOfTables } from './as-of-tables.ts';
import type { KnowledgePlan } from './knowledge.ts';

/** What was known of days besides their counts, at a past moment. */
export class AsOfCircumstances {
  readonly #incidents: readonly (IncidentsVersion & { readonly seconds: number })[];
  #arrived: { readonly today: IsoDay; readonly shares: ArrivedShares | undefined } | undefined;

  private constructor(
    private readonly tables: AsOfTables,
    private readonly delays: readonly ArrivalDelay[],
    incidents: readonly IncidentsVersion[],
  ) {
    this.#incidents = incidents.map((one) => ({ ...one, seconds: Math.ceil(Date.parse(one.at) / 1000) }));
  }

  /** For moments from a day on. Batches that brought the past tell nothing of how late their rows were. */
  static async read(
    warehouse: Warehouse,
    { tables, plan, from }: { tables: AsOfTables; plan: Pick<KnowledgePlan, 'history'>; from: IsoDay },
  ): Promise<AsOfCircumstances> {
    const question = { from: learnedFrom(from), scope: wholeCompany, without: plan.history };
    const [delays, incidents] = await Promise.all([
      warehouse.rows(arrivalDelays(question)),
      warehouse.rows(incidentVersions()),
    ]);
    return new AsOfCircumstances(tables, delays, incidents);
  }

  /** The moments at which somebody told of incidents, in unix seconds. */
  get moments(): readonly number[] {
    return this.#incidents.map(({ seconds }) => seconds);
  }

  at(now: number, today: IsoDay): Circumstances {
    const incidents = this.#incidents.findLast(({ seconds }) => seconds <= now)?.incidents ?? [];
    if (this.#arrived?.today !== today) this.#arrived = { today, shares: arrivedShares(this.delays, today) };
    return {
      events: knownEvents(incidents, this.tables.calendar(now)),
      arrived: this.#arrived.shares,
      volume: this.tables.business(now, today).volume,
    };
  }
}
