import { Inject, Injectable } from '@nestjs/common';
import {
  type GetReferenceQuery,
  type GetReferenceReply,
  type ListReferenceReply,
  type ReferenceTable,
  type ReferenceVersion,
  referenceTables,
} from '@tocsin/contracts';
import { marksOf } from '@tocsin/ingestion';
import { type Scope, type Warehouse, referenceReach, referenceRows, referenceVersions } from '@tocsin/warehouse';
import { dayIn } from '../clock.ts';
import { WAREHOUSE } from '../tokens.ts';
import { referenceCsv } from './reference-csv.ts';

type Asked = Pick<GetReferenceQuery, 'version' | 'asOf' | 'search'>;

/** Reads reference tables, in any of their states, within what the caller may see. */
@Injectable()
export class ReferenceReader {
  constructor(@Inject(WAREHOUSE) private readonly warehouse: Warehouse) {}

  async list(): Promise<ListReferenceReply> {
    const timed = referenceTables.flatMap(({ name, reaches }) => (reaches === undefined ? [] : [{ name, reaches }]));
    const [versions, reached] = await Promise.all([
      this.warehouse.rows(referenceVersions()),
      this.warehouse.rows(referenceReach(timed)),
    ]);
    return {
      tables: referenceTables.map(({ name }) => {
        const newest = versions.find(({ table }) => table === name);
        const reaches = reached.find(({ table }) => table === name)?.reaches ?? null;
        return { table: name, rows: newest?.rows ?? 0, newest: newest === undefined ? null : shown(newest), reaches };
      }),
    };
  }

  async page(table: ReferenceTable, query: GetReferenceQuery, scope: Scope): Promise<GetReferenceReply> {
    const { limit, offset, search } = query;
    const [version, rows] = await Promise.all([
      this.#versionOf(table, query),
      this.warehouse.rows(
        referenceRows({ ...this.#state(table, query), ...within(table, scope), search, page: { limit, offset } }),
      ),
    ]);
    return {
      ...{ table: table.name, version, total: rows[0]?.total ?? 0 },
      rows: rows.map(({ total: _, ...row }) => ({ ...row, marks: [...marksOf(table.name, row.cells)] })),
    };
  }

  async csv(table: ReferenceTable, query: Asked, scope: Scope): Promise<string> {
    const { search } = query;
    const state = this.#state(table, query);
    return referenceCsv(table, await this.warehouse.rows(referenceRows({ ...state, ...within(table, scope), search })));
  }

  async history(table: ReferenceTable): Promise<ReferenceVersion[]> {
    return (await this.warehouse.rows(referenceVersions(table.name))).map(shown);
  }

  async #versionOf(table: ReferenceTable, { version = Infinity, asOf }: Asked): Promise<number> {
    const isIn = (one: ReferenceVersion) =>
      one.version <= version && (asOf === undefined || dayIn(this.warehouse.timeZone, new Date(one.at)) <= asOf);
    return (await this.history(table)).find(isIn)?.version ?? 0;
  }

  #state({ name }: ReferenceTable, { version, asOf }: Asked) {
    return { table: name, version, asOf };
  }
}

const within = ({ columns }: ReferenceTable, scope: Scope): { scope?: Scope } =>
  columns.some(({ name }) => name === 'organisation') ? { scope } : {};

const shown = ({ version, at, by, mode, name, rows, added, changed, removed }: ReferenceVersion): ReferenceVersion => ({
  ...{ version, at, by, mode, name, rows, added, changed, removed },
});
