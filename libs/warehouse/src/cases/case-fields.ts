import { canonicalFields } from '@tocsin/contracts';
import { list } from '../facts/columns.ts';
import { bind } from '../sql/bind.ts';
import { identifier } from '../sql/identifier.ts';
import { type Sql, sql } from '../sql/sql.ts';
import { versionColumns } from '../tables/complaint-columns.ts';

/** Not told: the order of versions is no field of a complaint, and of a seller only a keyed hash is stored. */
const UNTOLD: readonly string[] = ['version', 'agent'];

const told = versionColumns.filter(
  ({ name }) => canonicalFields.some((field) => field.name === name) && !UNTOLD.includes(name),
);
const names = told.map(({ name }) => name);

const textOf = ({ name, type }: (typeof told)[number]): Sql => {
  const column = sql`${identifier(name, names)}`;
  return type.startsWith('Array') ? sql`arrayStringConcat(${column}, '|')` : sql`ifNull(toString(${column}), '')`;
};

/** The canonical fields of a row as a map of texts, only those that are given; personal ones are stored masked. */
export const givenFields: Sql = sql`mapFilter((field, text) -> text != '', map(
  ${list(told.map((column) => sql`${bind(column.name, 'String')}, ${textOf(column)}`))}))`;
