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
  readonly translation?: Translation | undefined;
}

/** Premium is not known by product or sales channel: such a slice has no rate, rather than a wrong one. */
export const isExposureKnown = ({ filter, splits }: Pick<ExposureQuestion, 'filter' | 'splits'>): boolean =>
  filteredDimensions(filter).every((dimension) => byExposure.includes(dimension) || byNothing.includes(dimension)) &&
  splits.every(({ dimension }) => byExposure.includes(dimension));

/** `FROM exposure …` for the slice, within the scope; nothing where the figure is unknown. */
export function exposureRows(question: ExposureQuestion, figure: Sql): Sql {
  const filter = askedFor(question.filter, question.translation);
  return translatedRows({
    table: sql`exposure FINAL`,
    own: [sql`removed = 0`, isExposureKnown(question) ? sql`${figure} IS NOT NULL` : sql`0`],
    scope: withinScope(question.scope),
    slices: [...sliceConditions(filter, dimensionColumn, byExposure), ...knownApart(filter)],
    day: sql`month`,
    translation: question.translation,
    column: dimensionColumn,
    needed: byExposure.filter(
      (dimension) =>
        question.splits.some((split) => split.dimension === dimension) ||
        filteredDimensions(filter).includes(dimension),
    ),
  });
}

/** A row for the whole of a dimension also holds what is left out of it, and cannot stand for the rest. */
const knownApart = (filter: SliceFilter): Sql[] =>
  excludedDimensions(filter)
    .filter((dimension) => byExposure.includes(dimension))
    .map((dimension) => sql`${dimensionColumn(dimension)} != ''`);

/** The months with a known figure. */
export const exposureMonths = (question: ExposureQuestion, figure: Sql): Sql =>
  sql`SELECT month ${exposureRows(question, figure)}`;

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
      SELECT month AS first_day, ${isExposureKnown(question) ? codes : sql`'' AS split, '' AS across`}, toFloat64(sum(${figure})) AS total,
             toDayOfMonth(toLastDayOfMonth(first_day)) AS days
      ${exposureRows(question, figure)}
      GROUP BY first_day, split, across))
  WHERE ${withinAny(sql`day`, question.periods)}`;
