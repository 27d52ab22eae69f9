import {
  type CodeTranslation,
  type Dimension,
  type Translation,
  codeOf,
  dimensions,
  excluding,
  isExcluding,
} from '@tocsin/contracts';
import { bind } from '../sql/bind.ts';
import { city } from './city.ts';
import { type Sql, allOf, emptySql, joinSql, sql } from '../sql/sql.ts';

/** Rows of a table that carry codes. */
export interface CodedRows {
  readonly table: Sql;
  /** Which rows, by the codes as they lie there: periods, and last the caller's scope (`AND …`). */
  readonly own: readonly Sql[];
  readonly scope: Sql;
  /** Which rows, by the codes as figures are told. */
  readonly slices: readonly Sql[];
  /** The day by which codes are translated. */
  readonly day: Sql;
  readonly translation: Translation | undefined;
  /** Where each dimension lies. */
  readonly column: (dimension: Dimension) => Sql;
  /** Dimensions that the question looks at. */
  readonly needed: readonly Dimension[];
  /** The table tells the city in a column of its own; elsewhere it is in the code of the region. */
  readonly hasCity?: boolean;
}

/**
 * `FROM … WHERE …`: the rows with their codes translated. The one place where figures follow mergers of organisations and
 * changes of classifications; a question about none of the codes concerned reads the table as it is.
 */
export function translatedRows(asked: CodedRows): Sql {
  const { table, own, scope, slices, day, translation = {}, column, needed } = asked;
  const renamed = dimensions.flatMap((dimension) => {
    const codes = needed.includes(dimension) ? translation[dimension] : undefined;
    return codes === undefined ? [] : [sql`${told(codes, column(dimension), day)} AS ${column(dimension)}`];
  });
  const isByCity = needed.includes('city') && asked.hasCity !== true;
  if (renamed.length === 0 && !isByCity)
    return sql`FROM ${table}
    WHERE ${allOf([...own, ...slices])}${scope}`;
  // Inside once more: the scope means the codes as they lie there, not those that replace them.
  const inside = sql`(
        SELECT *${isByCity ? sql`, ${city} AS city` : emptySql}
        FROM ${table}
        WHERE ${allOf(own)}${scope})`;
  if (renamed.length === 0)
    return sql`FROM ${inside}
    WHERE ${allOf(slices)}`;
  return sql`FROM (
      SELECT * REPLACE (${joinSql(renamed, ', ')})
      FROM ${inside})
    WHERE ${allOf(slices)}`;
}

/** What a code is called by its row's day. */
function told({ pieces }: CodeTranslation, column: Sql, day: Sql): Sql {
  const text = sql`toString(${column})`;
  const names = pieces.map(({ codes, as }) =>
    codes.length === 0
      ? text
      : sql`transform(${text}, ${bind(codes, 'Array(String)')}, ${bind(as, 'Array(String)')}, ${text})`,
  );
  const branches = pieces.flatMap(({ until }, i) =>
    until === undefined ? [] : [sql`${day} < ${bind(until, 'Date')}, ${names[i] ?? text}`],
  );
  const last = names.at(-1) ?? text;
  return branches.length === 0 ? last : sql`multiIf(${joinSql(branches, ', ')}, ${last})`;
}

/** Whether codes of these dimensions depend on the day received. */
export const isDayBound = (translation: Translation | undefined, needed: readonly Dimension[]): boolean =>
  needed.some((dimension) => (translation?.[dimension]?.pieces.length ?? 0) > 1);

/** The filter with its codes as figures are told: a merged branch is asked for under its successor. */
export function askedFor<Filter extends Partial<Record<Dimension, readonly string[]>>>(
  filter: Filter,
  translation: Translation | undefined,
): Filter {
  if (translation === undefined) return filter;
  const lists = dimensions.flatMap((dimension) => {
    const asked = translation[dimension]?.asked;
    const codes = filter[dimension];
    return asked === undefined || codes === undefined
      ? []
      : [[dimension, [...new Set(codes.map((value) => renamed(value, asked)))]] as const];
  });
  return { ...filter, ...Object.fromEntries(lists) };
}

/** A list's value under its new code; one that is left out stays left out. */
function renamed(value: string, asked: ReadonlyMap<string, string>): string {
  const code = asked.get(codeOf(value)) ?? codeOf(value);
  return isExcluding(value) ? excluding(code) : code;
}
