import { type Dimension, type Translation, exposureDimensions, exposureNeutral } from '@tocsin/contracts';
import { type Sql, sql } from '../sql/sql.ts';
import { dimensionColumn } from './columns.ts';
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

/** `FROM exposure …` for the slice, within the scope; nothing where the figure is unknown. */
export function exposureRows(question: ExposureQuestion, figure: Sql): Sql {
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
      isExposureKnown(question) ? sql`${figure} IS NOT NULL` : sql`0`,
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

/** `month, split, across`: of which parts a figure is known in which months. */
export const exposureMonths = (question: ExposureQuestion, figure: Sql, codes: Sql): Sql =>
  sql`SELECT month, ${knownCodes(question, codes)} ${exposureRows(question, figure)}`;

const knownCodes = (question: ExposureQuestion, codes: Sql): Sql =>
  isExposureKnown(question) ? codes : sql`'' AS split, '' AS across`;

/** `day, split, across, den`: each month's figure spread evenly over its days, within the periods. */
export const exposurePerDay = (
  question: ExposureQuestion & { readonly periods: readonly Period[] },
  figure: Sql,
  codes: Sql,
): Sql => sql`
  SELECT day, split, across, den
  FROM (
    SELECT arrayJoin(arrayMap(d -> first_day + d, range(toUInt32(days)))) AS day, split, across, total / days AS den
    FROM (
      SELECT month AS first_day, ${knownCodes(question, codes)}, toFloat64(sum(${figure})) AS total,
             toDayOfMonth(toLastDayOfMonth(first_day)) AS days
      ${exposureRows(question, figure)}
      GROUP BY first_day, split, across))
  WHERE ${withinAny(sql`day`, question.periods)}`;
