import { Inject, Injectable } from '@nestjs/common';
import type { KnownIncident, PutIncidents } from '@tocsin/contracts';
import { type Warehouse, alertVerdicts, newestIncidents, saveIncidents } from '@tocsin/warehouse';
import type { z } from 'zod';
import { judgedIncidents, knownIncidents } from '../circumstances/known-incidents.ts';
import type { Clock } from '../clock.ts';
import { DataVersion } from '../present/data-version.ts';
import { CLOCK, WAREHOUSE } from '../tokens.ts';
import { endsBeforeItBegins, ofVerdict, sameIds } from './backtest-refusals.ts';

type Given = z.output<typeof PutIncidents.body>['incidents'];

/** What is known to have happened. */
@Injectable()
export class IncidentsService {
  #keeping: Promise<unknown> = Promise.resolve();

  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly dataVersion: DataVersion,
  ) {}

  async list(): Promise<KnownIncident[]> {
    return (await knownIncidents(this.warehouse)).toSorted((one, other) => (one.from < other.from ? -1 : 1));
  }

  /** Puts these in place of all that came from a file. */
  async put(given: Given, by: string): Promise<KnownIncident[]> {
    const judged = new Set(judgedIncidents(await this.warehouse.rows(alertVerdicts()), []).map(({ id }) => id));
    const ids = new Set<string>();
    for (const { id, from, until } of given) {
      if (ids.has(id)) throw sameIds(id);
      if (judged.has(id)) throw ofVerdict(id);
      if (until <= from) throw endsBeforeItBegins(id);
      ids.add(id);
    }
    const incidents = given.map((one) => ({ ...one, origin: 'file' as const }));
    const kept = this.#keeping.then(async () => {
      const newest = await this.warehouse.maybeOne(newestIncidents());
      const version = (newest?.version ?? 0) + 1;
      await saveIncidents(this.warehouse, { version, incidents, at: this.clock.now(), by });
      // What is expected leaves their days out.
      await this.dataVersion.refresh();
      return await this.list();
    });
    this.#keeping = kept.catch(() => undefined);
    return kept;
  }
}
