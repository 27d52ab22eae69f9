import type { Translation, WorksMeasure } from '@tocsin/contracts';
import { bind } from '../sql/bind.ts';
import { type Sql, emptySql, sql } from '../sql/sql.ts';
import { dimensionColumn } from './columns.ts';
import { type Period, withinAny } from './period.ts';
import { referenceState } from './reference-state.ts';
import { type Scope, withinScope } from './scope.ts';
import { type SliceFilter, filteredDimensions, sliceConditions } from './slice-filter.ts';
import { type Splits, splitDimensions } from './split.ts';
import { askedFor, translatedRows } from './translated.ts';

export interface WorksQuestion extends Splits {
  readonly measure: WorksMeasure;
  readonly filter: SliceFilter;
  readonly scope: Scope;
  readonly periods: readonly Period[];
  readonly translation?: Translation | undefined;
}

/**
 * `day, split, across, num, den`: each row of works whole on the last day of its period, `den` 1 so that what was not entered
 * stays apart from 0. Works are known by organisation alone: a slice by anything else has none. A row of the whole company
 * stands for its branches' rows of the same period and metric; where organisations are told apart, they stand for it.
 */
export function workFacts(question: WorksQuestion, codes: Sql): Sql {
  const filter = askedFor(question.filter, question.translation);
  const isFiltered = filteredDimensions(filter).includes('organisation');
  const isSplit = splitDimensions(question).includes('organisation');
  const rows = translatedRows({
    table: worksOf(question.measure, isFiltered || isSplit, question.scope),
    own: [
      isKnown(question) ? sql`1` : sql`0`,
      isFiltered ? sql`organisation != ''` : sql`1`,
      withinAny(sql`day`, question.periods),
    ],
    scope: emptySql,
    slices: sliceConditions(filter, dimensionColumn, ['organisation']),
    day: sql`day`,
    translation: question.translation,
    column: dimensionColumn,
    needed: isFiltered || isSplit ? ['organisation'] : [],
  });
  return sql`
    SELECT day, ${isKnown(question) ? codes : sql`'' AS split, '' AS across`}, value AS num, toUInt64(1) AS den
    ${rows}`;
}

const isKnown = (question: WorksQuestion): boolean =>
  [...filteredDimensions({ ...question.filter, basis: 'company' }), ...splitDimensions(question)].every(
    (dimension) => dimension === 'organisation',
  );

/**
 * A relation `organisation, day, value` of one work, no whole beside its parts among what the caller may see. A row that says
 * again what another of the same organisation says, by a period that overlaps, is NaN, and so is every sum with it: which of the
 * two is right, nobody can tell. So is one of the whole company beside a branch's of some of its days.
 */
const worksOf = (measure: WorksMeasure, isApart: boolean, scope: Scope): Sql => sql`(
  SELECT organisation, day, if(arrayCount(row -> ${saysTheSame(isApart)}, beside) > 1, nan, value) AS value
  FROM (
    SELECT organisation, first_day, day, value,
           groupArray((organisation, first_day, day)) OVER (PARTITION BY metric) AS beside
    FROM (
      SELECT *,
             max(organisation = '') OVER (PARTITION BY first_day, day, metric) AS has_whole,
             max(organisation != '') OVER (PARTITION BY first_day, day, metric) AS has_parts
      FROM (${enteredRows(measure)})
      WHERE 1${withinScope(scope)})
    WHERE ${isApart ? sql`organisation != '' OR NOT has_parts` : sql`organisation = '' OR NOT has_whole`}))`;

const enteredRows = ({ work, counts }: WorksMeasure): Sql => sql`
        SELECT JSONExtractString(cells, 'organisation') AS organisation, JSONExtractString(cells, 'period') AS period,
               JSONExtractString(cells, 'metric') AS metric, toFloat64OrZero(JSONExtractString(cells, 'value')) AS value,
               ${firstDayOf} AS first_day, ${lastDayOf} AS day
        FROM (${referenceState({ table: 'work' })})
        WHERE JSONExtractString(cells, 'kind') = ${bind(work, 'String')} AND ${counts === 'people' ? countsPeople : countsTimes}`;

/** Whether `row` (organisation, first and last day) shares days and works with the row at hand; itself does. */
const saysTheSame = (isApart: boolean): Sql => sql`row.2 <= day AND first_day <= row.3 AND (row.1 = organisation
      OR ${isApart ? sql`0` : sql`row.1 = '' OR organisation = ''`})`;

const countsPeople: Sql = sql`position(metric, '人') > 0 AND match(metric, '率|%') = 0`;
const countsTimes: Sql = sql`match(metric, '人|率|%') = 0`;

/** The first day of a period, as `lastDayOf` reads it. */
const firstDayOf: Sql = sql`
  multiIf(match(period, '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'), toDate(parseDateTimeBestEffortOrZero(period)),
          makeDate(toUInt16(substring(period, 1, 4)), multiIf(
            position(period, 'Q') > 0, 3 * toUInt8OrZero(extract(period, 'Q([1-4])')) - 2,
            position(period, 'H') > 0, 6 * toUInt8OrZero(extract(period, 'H([12])')) - 5,
            match(period, '[M-][0-9]{2}'), toUInt8OrZero(extract(period, '[M-]([0-9]{2})')),
            1), 1))`;

/** The last day of a period as the reference table writes it: the text is a day, or ends with its last month. */
const lastDayOf: Sql = sql`
  multiIf(match(period, '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'), toDate(parseDateTimeBestEffortOrZero(period)),
          toLastDayOfMonth(makeDate(toUInt16(substring(period, 1, 4)), multiIf(
            position(period, 'Q') > 0, 3 * toUInt8OrZero(substring(period, length(period))),
            position(period, 'H') > 0, 6 * toUInt8OrZero(substring(period, length(period))),
            match(period, '[M-][0-9]{2}$'), toUInt8OrZero(substring(period, length(period) - 1)),
            12), 1)))`;
