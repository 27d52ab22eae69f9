import {
  type Dimension,
  type ExposureId,
  type Translation,
  exposureDimensions,
  exposureIds,
  exposureNeutral,
} from '@tocsin/contracts';
import { identifier } from '../sql/identifier.ts';
import { type Sql, anyOf, sql } from '../sql/sql.ts';
import { dimensionColumn, list } from './columns.ts';
import { type Period, withinAny } from './period.ts';
import { type Scope, withinScope } from './scope.ts';
import { type SliceFilter, excludedDimensions, filteredDimensions, sliceConditions } from './slice-filter.ts';
import type { Split } from './split.ts';
import { askedFor, translatedRows } from './translated.ts';

const byExposure: readonly Dimension[] = exposureDimensions;
const byNothing: readonly Dimension[] = exposureNeutral;

export interface ExposureQuestion {
  readonly filter: SliceFilter;
  readonly scope: Scope;
  readonly splits: readonly Split[];
  /** Absent: all months. */
  readonly periods?: readonly Period[] | undefined;
  readonly translation?: Translation | undefined;
}

/** Premium is not known by product or sales channel: such a slice has no rate, rather than a wrong one. */
export const isExposureKnown = ({ filter, splits }: Pick<ExposureQuestion, 'filter' | 'splits'>): boolean =>
  filteredDimensions(filter).every((dimension) => byExposure.includes(dimension) || byNothing.includes(dimension)) &&
  splits.every(({ dimension }) => byExposure.includes(dimension));

/** `FROM exposure …` for the slice, within the scope; nothing where none of the figures is known. */
export function exposureRows(question: ExposureQuestion, figures: readonly ExposureId[]): Sql {
  const filter = askedFor(question.filter, question.translation);
  const needed = byExposure.filter(
    (dimension) =>
      question.splits.some((split) => split.dimension === dimension) || filteredDimensions(filter).includes(dimension),
  );
  return translatedRows({
    table: sql`placed_exposure FINAL`,
    own: [
      needed.includes('city') ? sql`city != ''` : sql`city = ''`,
      sql`removed = 0`,
      ...monthsOf(question.periods),
      isExposureKnown(question) ? anyOf(figures.map((id) => sql`${exposureColumn(id)} IS NOT NULL`)) : sql`0`,
    ],
    scope: withinScope(question.scope),
    slices: [...sliceConditions(filter, dimensionColumn, byExposure), ...knownApart(filter)],
    day: sql`month`,
    translation: question.translation,
    column: dimensionColumn,
    needed,
    hasCity: true,
  });
}

/** The months of which a period has a day. */
const monthsOf = (periods: readonly Period[] | undefined): Sql[] =>
  periods === undefined
    ? []
    : [
        withinAny(
          sql`month`,
          periods.map(({ from, until }) => ({ from: `${from.slice(0, 7)}-01`, until })),
        ),
      ];

/** A row for the whole of a dimension also holds what is left out of it, and cannot stand for the rest. */
const knownApart = (filter: SliceFilter): Sql[] =>
  excludedDimensions(filter)
    .filter((dimension) => byExposure.includes(dimension))
    .map((dimension) => sql`${dimensionColumn(dimension)} != ''`);

const knownCodes = (question: ExposureQuestion, codes: Sql): Sql =>
  isExposureKnown(question) ? codes : sql`'' AS split, '' AS across`;

/** The column of an exposure, here and in every relation made of it. */
export const exposureColumn = (id: ExposureId): Sql => sql`${identifier(id, exposureIds)}`;

/**
 * `day, split, across` and the figures: each month's spread evenly over its days, within the periods; null where a part's is
 * not known. A part of which none is known is not there. Days come by the function: beside a clause `ARRAY JOIN` the engine (26.7)
 * does not find the codes again when they are grouped once more.
 */
export function exposurePerDay(
  question: ExposureQuestion & { readonly periods: readonly Period[] },
  figures: readonly [ExposureId, ...ExposureId[]],
  codes: Sql,
): Sql {
  const columns = figures.map(exposureColumn);
  return sql`
  SELECT day, split, across, ${list(columns)}
  FROM (
    SELECT arrayJoin(arrayMap(d -> first_day + d, range(toUInt32(days)))) AS day, split, across,
           ${list(columns.map((figure) => sql`total_${figure} / days AS ${figure}`))}
    FROM (
      SELECT month AS first_day, ${knownCodes(question, codes)}, toDayOfMonth(toLastDayOfMonth(first_day)) AS days,
             ${list(columns.map((figure) => sql`toFloat64(sum(${figure})) AS total_${figure}`))}
      ${exposureRows(question, figures)}
      GROUP BY first_day, split, across))
  WHERE ${withinAny(sql`day`, question.periods)}`;
}
