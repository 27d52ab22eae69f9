import type { HolidayTable } from '@tocsin/calendar';
import type { IsoDay } from '@tocsin/contracts';
import { holidaysOf, publishedMedians, translationOf } from '@tocsin/ingestion';
import { type Warehouse, codesEverSeen, referenceHistory } from '@tocsin/warehouse';
import { BusinessVolume } from '../circumstances/business-volume.ts';
import type { Cells } from '../circumstances/told-cells.ts';
import { type ToldExposure, toldExposure } from '../circumstances/told-exposure.ts';
import type { Medians } from '../detect/rates/sector-medians.ts';
import { type Told, keyed } from '../reference/trees.ts';
import { TableHistory } from './table-history.ts';

const tableNames = ['organisation', 'crosswalk', 'region', 'calendar', 'exposure', 'median'] as const;
type TableName = (typeof tableNames)[number];

interface State {
  readonly version: number;
  readonly told: Map<IsoDay, Told>;
  readonly tables: Record<TableName, Cells[]>;
  readonly medians: Medians;
}

/** The business behind the company's parts, with codes told in one way. */
interface Business {
  readonly key: string;
  readonly rows: readonly Cells[];
  readonly told: ToldExposure;
  readonly volume: BusinessVolume;
}

/** How codes and days were to be understood at a past moment: by the tables as they were then. */
export class AsOfTables {
  #state: State = {
    ...{ version: -1, told: new Map(), medians: [] },
    tables: { organisation: [], crosswalk: [], region: [], calendar: [], exposure: [], median: [] },
  };

  #business: Business | undefined;

  private constructor(
    private readonly history: TableHistory,
    private readonly seen: Readonly<Record<string, readonly string[]>>,
  ) {}

  /** `firstSeen`: when the first data came; what lies before it is told by the tables of the set-up. */
  static async read(warehouse: Warehouse, firstSeen: number): Promise<AsOfTables> {
    const [changes, seen] = await Promise.all([
      warehouse.rows(referenceHistory(tableNames)),
      warehouse.rows(codesEverSeen()),
    ]);
    const codes = Object.fromEntries(seen.map(({ dimension, codes: list }) => [dimension, list]));
    return new AsOfTables(new TableHistory(changes, firstSeen), codes);
  }

  /** The moments at which a table changed, in unix seconds. */
  get moments(): readonly number[] {
    return this.history.moments;
  }

  told(now: number, today: IsoDay): Told {
    this.#moveTo(now);
    const { told, tables } = this.#state;
    const known = told.get(today) ?? keyed(translationOf({ ...tables, seen: this.seen }, 'as-of', today));
    told.set(today, known);
    return known;
  }

  holidays(now: number): HolidayTable {
    this.#moveTo(now);
    return holidaysOf(this.#state.tables.calendar);
  }

  /** The company's own calendar. */
  calendar(now: number): readonly Cells[] {
    this.#moveTo(now);
    return this.#state.tables.calendar;
  }

  /** The business behind the company's parts, with codes told as they were then. */
  business(now: number, today: IsoDay): Pick<Business, 'told' | 'volume'> {
    const { key, translation } = this.told(now, today);
    const { exposure: rows } = this.#state.tables;
    if (this.#business?.key !== key || this.#business.rows !== rows) {
      const told = toldExposure(rows, translation);
      this.#business = { key, rows, told, volume: new BusinessVolume(told) };
    }
    return this.#business;
  }

  /** The medians that had been published. */
  medians(now: number): Medians {
    this.#moveTo(now);
    return this.#state.medians;
  }

  #moveTo(now: number): void {
    const { version, rows, of } = this.history.at(now);
    if (version === this.#state.version) return;
    const tables = Object.fromEntries(tableNames.map((name) => [name, of(name)])) as Record<TableName, Cells[]>;
    const medians = publishedMedians(rows.filter(({ table }) => table === 'median'));
    this.#state = { version, told: new Map(), tables, medians };
  }
}
