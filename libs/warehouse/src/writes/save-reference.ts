import type { ReferenceVersion } from '@tocsin/contracts';
import type { Warehouse } from '../connection/warehouse.ts';
import { bind } from '../sql/bind.ts';
import { type Sql, sql } from '../sql/sql.ts';
import { placeExposure } from './place-exposure.ts';

/** What a version does to a row; without cells the row goes. */
export interface ReferenceRowChange {
  readonly key: string;
  readonly cells: Readonly<Record<string, string>> | undefined;
}

/**
 * Adds a version to a reference table: its rows, then the version itself, which makes them count, then what figures read of
 * them. Versions are never changed: the caller takes the next number that no row has.
 */
export async function saveReference(
  warehouse: Warehouse,
  table: string,
  version: ReferenceVersion,
  changes: readonly ReferenceRowChange[],
): Promise<void> {
  const { at, by } = version;
  await warehouse.insert(
    'reference_row',
    changes.map(({ key, cells }) => ({
      ...{ table_name: table, key, version: version.version, at, by },
      removed: cells === undefined ? 1 : 0,
      cells: JSON.stringify(cells ?? {}),
    })),
  );
  await warehouse.insert('reference_version', [{ table_name: table, ...version }]);
  await settleReference(warehouse);
}

/**
 * Brings the tables that figures read up to the newest versions: rows that are younger than theirs. After a write that was cut
 * off in between, the next one or the next start does it.
 */
export async function settleReference(warehouse: Warehouse): Promise<void> {
  await warehouse.run(exposureRows, 'settle-exposure');
  await placeExposure(warehouse);
  await warehouse.run(leadingRows, 'settle-leading');
}

/** The newest change of each row of a table that is as young as `since` or younger; a removed row still has its key. */
const youngerRows = (table: string, since: Sql): Sql => sql`
  SELECT key, argMax(r.cells, r.version) AS cells, argMax(r.at, r.version) AS at, argMax(r.removed, r.version) AS removed,
         splitByChar('|', key) AS part
  FROM reference_row AS r
  WHERE table_name = ${bind(table, 'String')} AND r.at >= ${since}
    AND r.version IN (SELECT version FROM reference_version WHERE table_name = ${bind(table, 'String')})
  GROUP BY key`;

const exposureRows = sql`
  INSERT INTO exposure (month, region, organisation, line, premium, policies, person_times, loaded_at, removed)
  SELECT toDate(concat(part[1], '-01')), part[2], part[3], part[4],
         toDecimal64OrNull(JSONExtractString(cells, 'premium'), 2), toUInt64OrNull(JSONExtractString(cells, 'policies')),
         toUInt64OrNull(JSONExtractString(cells, 'person_times')), at, removed
  FROM (${youngerRows('exposure', sql`(SELECT max(loaded_at) FROM exposure)`)})`;

const leadingRows = sql`
  INSERT INTO leading_count (day, series, region, organisation, line, channel, source, count, loaded_at, removed)
  SELECT toDate(part[1]), part[2], part[3], part[4], part[5], part[6], part[7], toUInt64OrZero(JSONExtractString(cells, 'count')),
         at, removed
  FROM (${youngerRows('leading', sql`(SELECT max(loaded_at) FROM leading_count)`)})`;
