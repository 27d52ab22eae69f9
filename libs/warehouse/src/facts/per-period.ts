import type { IsoDay } from '@tocsin/contracts';
import { bind } from '../sql/bind.ts';
import { type Sql, sql } from '../sql/sql.ts';
import type { Period } from './period.ts';

/**
 * A relation `period, …columns` with one row for each period, from a relation with at most one row a day; `period` is
 * the index in `periods`. Each day is handed to every period it lies in, so periods may overlap; a period without any
 * day is there with the columns' defaults. The text grows neither with the periods nor with the columns: the engine
 * takes longer to read a long question than to answer it.
 */
export const perPeriod = (days: Sql, periods: readonly Period[], columns: Sql): Sql => sql`
  SELECT period, ${columns}
  FROM (${days})
  ARRAY JOIN arrayFilter((number, since, until) -> day >= since AND day < until,
    arrayMap(number -> toUInt8(number - 1), arrayEnumerate(${periodStarts(periods)})),
    ${periodStarts(periods)}, ${periodEnds(periods)}) AS period
  GROUP BY period
  ORDER BY period WITH FILL FROM 0 TO ${bind(periods.length, 'UInt8')}`;

const periodStarts = (periods: readonly Period[]): Sql => dates(periods.map(({ from }) => from));
const periodEnds = (periods: readonly Period[]): Sql => dates(periods.map(({ until }) => until));
const dates = (days: readonly IsoDay[]): Sql => sql`${bind(days, 'Array(Date)')}`;

/** The first day of the period at hand in a row of `perPeriod`, and the day after its last. */
export const startOfPeriod = (periods: readonly Period[]): Sql =>
  sql`arrayElement(${periodStarts(periods)}, period + 1)`;
export const endOfPeriod = (periods: readonly Period[]): Sql => sql`arrayElement(${periodEnds(periods)}, period + 1)`;
