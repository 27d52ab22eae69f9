import type { IsoDay } from '@tocsin/contracts';
import { bind } from '../sql/bind.ts';
import { type Sql, emptySql, sql } from '../sql/sql.ts';

/** Which state of a table: the newest unless a version or a moment says otherwise. */
export interface ReferenceState {
  readonly table: string;
  readonly version?: number | undefined;
  /** Versions made up to the end of this day. */
  readonly asOf?: IsoDay | undefined;
}

/** The versions that make up the state: only those written down, so that rows of a write that was cut off never count. */
export const referenceVersionsUntil = ({ table, version, asOf }: ReferenceState): Sql => sql`
  SELECT version
  FROM reference_version
  WHERE table_name = ${bind(table, 'String')}${
    version === undefined ? emptySql : sql` AND version <= ${bind(version, 'UInt64')}`
  }${asOf === undefined ? emptySql : sql` AND toDate(at) <= ${bind(asOf, 'Date')}`}`;

/** A relation `key, cells, version, at, by`: the rows of a table in that state. */
export const referenceState = (state: ReferenceState): Sql => sql`
  SELECT key, argMax(r.cells, r.version) AS cells, max(r.version) AS version, argMax(r.at, r.version) AS at,
         argMax(r.by, r.version) AS by
  FROM reference_row AS r
  WHERE table_name = ${bind(state.table, 'String')} AND r.version IN (${referenceVersionsUntil(state)})
  GROUP BY key
  HAVING argMax(r.removed, r.version) = 0`;
