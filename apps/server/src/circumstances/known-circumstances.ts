import type { IsoDay, Translation } from '@tocsin/contracts';
import { type Warehouse, arrivalDelays, referenceRows, referenceVersions, wholeCompany } from '@tocsin/warehouse';
import { type ArrivedShares, arrivedShares, learnedFrom } from './arrived-shares.ts';
import { BusinessVolume } from './business-volume.ts';
import { toldExposure } from './told-exposure.ts';
import type { Circumstances } from './circumstances.ts';
import { type KnownEvent, knownEvents } from './known-events.ts';
import { knownIncidents } from './known-incidents.ts';

interface Volumes {
  readonly version: number;
  readonly translation: Translation;
  readonly volume: BusinessVolume;
}

/** What is known of days besides their counts as of now: read once for a state of the data, for all who ask. */
export class KnownCircumstances {
  #events:
    { readonly dataVersion: string; readonly events: readonly KnownEvent[]; readonly exposure: number } | undefined;
  #volumes: Volumes | undefined;
  #arrived: { readonly today: IsoDay; readonly shares: ArrivedShares | undefined } | undefined;

  constructor(private readonly warehouse: Warehouse) {}

  /** Events, and the business behind parts told by a translation; `dataVersion` names the state of the data. */
  async besides(dataVersion: string, translation: Translation): Promise<Pick<Circumstances, 'events' | 'volume'>> {
    const { events, exposure } = await this.#known(dataVersion);
    return { events, volume: await this.#volume(exposure, translation) };
  }

  /** The events alone. */
  async events(dataVersion: string): Promise<readonly KnownEvent[]> {
    return (await this.#known(dataVersion)).events;
  }

  async #known(dataVersion: string) {
    if (this.#events?.dataVersion !== dataVersion) {
      const [incidents, calendar, [exposure]] = await Promise.all([
        knownIncidents(this.warehouse),
        this.warehouse.rows(referenceRows({ table: 'calendar' })),
        this.warehouse.rows(referenceVersions('exposure')),
      ]);
      const days = calendar.map(({ cells }) => cells);
      const events = knownEvents(incidents, days);
      this.#events = { dataVersion, events, exposure: exposure?.version ?? 0 };
    }
    return this.#events;
  }

  /** How much of the last days has arrived: the same all day long. */
  async arrivedOn(today: IsoDay): Promise<ArrivedShares | undefined> {
    if (this.#arrived?.today !== today) {
      const question = { from: learnedFrom(today), scope: wholeCompany };
      const delays = await this.warehouse.rows(arrivalDelays(question));
      this.#arrived = { today, shares: arrivedShares(delays, today) };
    }
    return this.#arrived.shares;
  }

  async #volume(version: number, translation: Translation): Promise<BusinessVolume | undefined> {
    if (version === 0) return undefined;
    if (this.#volumes?.version !== version || this.#volumes.translation !== translation) {
      const rows = await this.warehouse.rows(referenceRows({ table: 'exposure' }));
      const cells = rows.map((row) => row.cells);
      this.#volumes = { version, translation, volume: new BusinessVolume(toldExposure(cells, translation)) };
    }
    return this.#volumes.volume;
  }
}
