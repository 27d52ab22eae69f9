import { Inject, Injectable } from '@nestjs/common';
import {
  type ComplaintFilter,
  type IsoDay,
  type Sentence,
  type Translation,
  type TreeView,
  UNSPLIT,
} from '@tocsin/contracts';
import type { HolidayTable } from '@tocsin/calendar';
import { type AnnotationTables, type TreeTables, holidaysOf, translationOf } from '@tocsin/ingestion';
import { type DictionaryEntry, type Warehouse, referenceRows, seenCodes } from '@tocsin/warehouse';
import { type Clock, dayIn } from '../clock.ts';
import { DataVersion } from '../present/data-version.ts';
import { KeptReadings } from '../present/kept-readings.ts';
import { CLOCK, WAREHOUSE } from '../tokens.ts';

/** How codes are told, and a name for it: equal keys, equal translations. */
export interface Told {
  readonly key: string;
  readonly translation: Translation;
}

type Tables = TreeTables & AnnotationTables;

/** Views kept in memory; pages ask for a few at most. */
const MOST_KEPT = 16;

/** The trees by which figures are told: of today unless somebody asks for another day, or as they were. */
@Injectable()
export class Trees {
  readonly #tables = new KeptReadings<Tables>();
  readonly #told = new KeptReadings<Told>(MOST_KEPT);

  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly dataVersion: DataVersion,
  ) {}

  /** For what a person asks about. */
  async of({ tree, treeOn }: Pick<ComplaintFilter, 'tree' | 'treeOn'>): Promise<Translation> {
    return (await this.told(tree, treeOn)).translation;
  }

  /** For what is watched: as of today. */
  async told(view: TreeView = 'as-of', on: IsoDay = this.#today): Promise<Told> {
    const version = await this.dataVersion.current();
    return this.#told.of(`${version} ${view} ${on}`, async () =>
      keyed(translationOf(await this.#read(version), view, on)),
    );
  }

  /** Names of the codes that only translations know: paths of organisations, and what was not subdivided. */
  async names(entries: readonly DictionaryEntry[]): Promise<DictionaryEntry[]> {
    const { translation } = await this.told();
    const nameOf = (dictionary: string, code: string) =>
      entries.find((entry) => entry.dictionary === dictionary && entry.code === code);
    return Object.entries(translation).flatMap(([dictionary, { pieces, bears }]) => [
      ...[...bears].flatMap(([code, named]) => {
        const name = nameOf(dictionary, named);
        return name === undefined ? [] : [{ ...name, code }];
      }),
      ...[...new Set(pieces.flatMap((piece) => piece.as))]
        .filter((code) => code === UNSPLIT || code.endsWith(`.${UNSPLIT}`))
        .map((code) => ({ dictionary, code, parent: '', ...notSubdivided })),
    ]);
  }

  /** Holidays that are not the shipped ones. */
  async holidays(): Promise<HolidayTable> {
    return holidaysOf((await this.tables()).calendar);
  }

  /** The tables that say how codes and days are to be understood, as they are now. */
  async tables(): Promise<Tables> {
    return this.#read(await this.dataVersion.current());
  }

  get #today(): IsoDay {
    return dayIn(this.warehouse.timeZone, this.clock.now());
  }

  #read(version: string): Promise<Tables> {
    return this.#tables.of(version, () => this.#tablesNow());
  }

  async #tablesNow(): Promise<Tables> {
    const rowsOf = async (table: string) =>
      (await this.warehouse.rows(referenceRows({ table }))).map(({ cells }) => cells);
    const [organisation, crosswalk, region, calendar, seen] = await Promise.all([
      rowsOf('organisation'),
      rowsOf('crosswalk'),
      rowsOf('region'),
      rowsOf('calendar'),
      this.warehouse.rows(seenCodes()),
    ]);
    return {
      ...{ organisation, crosswalk, region, calendar },
      seen: Object.fromEntries(seen.map(({ dimension, codes }) => [dimension, codes])),
    };
  }
}

export const keyed = (translation: Translation): Told => ({
  key: JSON.stringify(translation, (_, value: unknown) => (value instanceof Map ? [...value] : value)),
  translation,
});

const notSubdivided: Sentence = { zh: '未细分', en: 'Not subdivided' };
