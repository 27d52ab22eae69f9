import type { HolidayTable } from '@tocsin/calendar';
import type { IsoDay } from '@tocsin/contracts';
import { holidaysOf, translationOf } from '@tocsin/ingestion';
import { type ReferenceChange, type Warehouse, codesEverSeen, referenceHistory } from '@tocsin/warehouse';
import { BusinessVolume } from '../circumstances/business-volume.ts';
import { type Told, keyed } from '../reference/trees.ts';

type Cells = Readonly<Record<string, string>>;

const tableNames = ['organisation', 'crosswalk', 'region', 'calendar', 'exposure'] as const;
type TableName = (typeof tableNames)[number];

/** Tables that were loaded within so many seconds of the first data belong to the set-up. */
const SET_UP_S = 86_400;

/** How codes and days were to be understood at a past moment: by the tables as they were then. */
export class AsOfTables {
  #state: { readonly version: number; readonly told: Map<IsoDay, Told>; readonly tables: Record<TableName, Cells[]> } =
    {
      ...{
        version: -1,
        told: new Map(),
        tables: { organisation: [], crosswalk: [], region: [], calendar: [], exposure: [] },
      },
    };

  #volume: { readonly key: string; readonly rows: readonly Cells[]; readonly volume: BusinessVolume } | undefined;

  private constructor(
    private readonly changes: readonly (ReferenceChange & { readonly seconds: number })[],
    private readonly seen: Readonly<Record<string, readonly string[]>>,
    private readonly firstSeen: number,
  ) {}

  /** `firstSeen`: when the first data came; what lies before it is told by the tables of the set-up. */
  static async read(warehouse: Warehouse, firstSeen: number): Promise<AsOfTables> {
    const [changes, seen] = await Promise.all([
      warehouse.rows(referenceHistory(tableNames)),
      warehouse.rows(codesEverSeen()),
    ]);
    const inOrder = changes
      .map((change) => ({ ...change, seconds: Math.ceil(Date.parse(change.at) / 1000) }))
      .sort((one, other) => one.seconds - other.seconds || one.version - other.version);
    const codes = Object.fromEntries(seen.map(({ dimension, codes: list }) => [dimension, list]));
    return new AsOfTables(inOrder, codes, firstSeen);
  }

  /** The moments at which a table changed, in unix seconds. */
  get moments(): readonly number[] {
    return [...new Set(this.changes.map(({ seconds }) => seconds))];
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
  volume(now: number, today: IsoDay): BusinessVolume {
    const { key, translation } = this.told(now, today);
    const { tables } = this.#state;
    if (this.#volume?.key !== key || this.#volume.rows !== tables.exposure)
      this.#volume = { key, rows: tables.exposure, volume: new BusinessVolume(tables.exposure, translation) };
    return this.#volume.volume;
  }

  #moveTo(now: number): void {
    const then = now < this.firstSeen ? this.firstSeen + SET_UP_S : now;
    let version = this.changes.findIndex(({ seconds }) => seconds > then);
    if (version < 0) version = this.changes.length;
    if (version === this.#state.version) return;
    const rows = new Map<string, ReferenceChange>();
    for (const change of this.changes.slice(0, version)) rows.set(`${change.table}\n${change.key}`, change);
    const standing = [...rows.values()].filter(({ removed }) => !removed).sort((a, b) => (a.key < b.key ? -1 : 1));
    const of = (name: TableName) => standing.filter(({ table }) => table === name).map(({ cells }) => cells);
    const tables = Object.fromEntries(tableNames.map((name) => [name, of(name)])) as Record<TableName, Cells[]>;
    this.#state = { version, told: new Map(), tables };
  }
}
