import { Bound } from './bind.ts';
import { Identifier } from './identifier.ts';

/** What may stand inside `${…}`: a bound value, a name from a closed list, or another piece of SQL. Never a string. */
export type SqlPart = Sql | Bound | Identifier;

/** A piece of SQL with its values kept apart. Made only by the `sql` tag and `joinSql`; immutable. */
export class Sql {
  readonly #made = true;
  readonly texts: readonly string[];
  readonly parts: readonly SqlPart[];

  constructor(texts: readonly string[], parts: readonly SqlPart[]) {
    this.texts = texts;
    this.parts = parts;
  }

  static is(value: unknown): value is Sql {
    return typeof value === 'object' && value !== null && #made in value;
  }
}

const isPart = (value: unknown): value is SqlPart => Sql.is(value) || Bound.is(value) || Identifier.is(value);

/**
 * The only way to write SQL here. A value goes in by `bind`, a name by `identifier`; anything else neither compiles nor
 * runs, so no text from outside can become SQL. Must be called as a template: `sql(…)` throws.
 */
export function sql(strings: TemplateStringsArray, ...parts: readonly SqlPart[]): Sql {
  if (!Array.isArray(strings) || !Array.isArray(strings.raw) || !Object.isFrozen(strings)) {
    throw new TypeError('sql must be used as a template: sql`SELECT …`, not sql(…)');
  }
  const stranger = parts.findIndex((part) => !isPart(part));
  if (stranger >= 0) {
    const near = strings[stranger]?.trim().slice(-40) ?? '';
    throw new TypeError(
      `sql takes bind(…), identifier(…) or nested sql, not ${typeof parts[stranger]} (after "${near}")`,
    );
  }
  return new Sql(strings, parts);
}

export const emptySql: Sql = sql``;

/** `parts` with `separator` between them; nothing at all for an empty list. */
export function joinSql(parts: readonly Sql[], separator: ', ' | ' AND ' | ' OR ' | '\nUNION ALL\n'): Sql {
  if (parts.length === 0) return emptySql;
  return new Sql(['', ...parts.slice(1).map(() => separator), ''], parts);
}

/** All of the conditions; always true when there is none. */
export const allOf = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? sql`1` : joinSql(conditions, ' AND ');

/** Any of the conditions; never true when there is none. */
export const anyOf = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? sql`0` : sql`(${joinSql(conditions, ' OR ')})`;
