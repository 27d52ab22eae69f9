import type { IsoDay } from '@tocsin/contracts';
import {
  type AlertVerdictRecord,
  type ArrivalDelay,
  type IncidentsVersion,
  type Warehouse,
  alertVerdicts,
  arrivalDelays,
  incidentVersions,
  wholeCompany,
} from '@tocsin/warehouse';
import { type ArrivedShares, arrivedShares, learnedFrom } from '../circumstances/arrived-shares.ts';
import type { Circumstances } from '../circumstances/circumstances.ts';
import { judgedIncidents } from '../circumstances/known-incidents.ts';
import { knownEvents } from '../circumstances/known-events.ts';
import type { AsOfTables } from './as-of-tables.ts';
import { type KnowledgePlan, secondsOf } from './knowledge.ts';

/** What was known of days besides their counts, at a past moment. */
export class AsOfCircumstances {
  readonly #incidents: readonly Told<IncidentsVersion>[];
  readonly #verdicts: readonly Told<AlertVerdictRecord>[];
  #arrived: { readonly today: IsoDay; readonly shares: ArrivedShares | undefined } | undefined;

  private constructor(
    private readonly tables: AsOfTables,
    private readonly delays: readonly ArrivalDelay[],
    incidents: readonly IncidentsVersion[],
    verdicts: readonly AlertVerdictRecord[],
  ) {
    this.#incidents = incidents.map(told);
    this.#verdicts = verdicts.map(told);
  }

  /** For moments from a day on. Batches that brought the past tell nothing of how late their rows were. */
  static async read(
    warehouse: Warehouse,
    { tables, plan, from }: { tables: AsOfTables; plan: Pick<KnowledgePlan, 'history'>; from: IsoDay },
  ): Promise<AsOfCircumstances> {
    const question = { from: learnedFrom(from), scope: wholeCompany, without: plan.history };
    const [delays, incidents, verdicts] = await Promise.all([
      warehouse.rows(arrivalDelays(question)),
      warehouse.rows(incidentVersions()),
      warehouse.rows(alertVerdicts()),
    ]);
    return new AsOfCircumstances(tables, delays, incidents, verdicts);
  }

  /** The moments at which somebody told of incidents, in unix seconds. */
  get moments(): readonly number[] {
    return [...this.#incidents, ...this.#verdicts].map(({ seconds }) => seconds);
  }

  at(now: number, today: IsoDay): Circumstances {
    const given = this.#incidents.findLast(({ seconds }) => seconds <= now)?.incidents ?? [];
    const judged = judgedIncidents(this.#verdicts.filter(({ seconds }) => seconds <= now));
    if (this.#arrived?.today !== today) this.#arrived = { today, shares: arrivedShares(this.delays, today) };
    return {
      events: knownEvents([...given, ...judged], this.tables.calendar(now)),
      arrived: this.#arrived.shares,
      volume: this.tables.business(now, today).volume,
    };
  }
}

/** What somebody told, with the first whole second at which it was known. */
type Told<What> = What & { readonly seconds: number };

const told = <What extends { readonly at: string }>(one: What): Told<What> => ({ ...one, seconds: secondsOf(one.at) });
