import { bind } from '../sql/bind.ts';
import { type Sql, sql } from '../sql/sql.ts';
import type { TableName } from './table-names.ts';

export interface PersonalTable {
  readonly table: TableName;
  /** Which rows speak of these complaints, or of people with these keyed hashes. */
  readonly rowsOf: (complaints: readonly string[], keys: readonly string[]) => Sql;
}

const byComplaint = (complaints: readonly string[]) => sql`complaint_id IN ${bind(complaints, 'Array(String)')}`;
const byPerson = (keys: readonly string[]) => sql`hasAny(person_keys, ${bind(keys, 'Array(String)')})`;

/**
 * Every table that holds something of a person, in the order in which it is erased: where the others are looked up
 * comes after them, so that a repeat still finds what is left. A table that gets a personal column belongs here.
 */
export const personalTables: readonly PersonalTable[] = [
  { table: 'complaint', rowsOf: byComplaint },
  { table: 'row_warning', rowsOf: byComplaint },
  { table: 'withdrawn_version', rowsOf: byComplaint },
  { table: 'complaint_version', rowsOf: byComplaint },
  {
    table: 'rejected_original',
    rowsOf: (_, keys) =>
      sql`(batch_id, row_number) IN (SELECT batch_id, row_number FROM rejected_row WHERE ${byPerson(keys)})`,
  },
  { table: 'rejected_row', rowsOf: (_, keys) => byPerson(keys) },
];
