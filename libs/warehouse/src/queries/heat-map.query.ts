import { type ComplaintFilter, type IsoDay, type MeasureId, type Translation, measures } from '@tocsin/contracts';
import { z } from 'zod';
import { aggregateOf, anything, sizeOf } from '../facts/aggregate.ts';
import { measureFacts } from '../facts/measure-facts.ts';
import type { Scope } from '../facts/scope.ts';
import type { Split } from '../facts/split.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { type Sql, sql } from '../sql/sql.ts';

export interface HeatMapQuestion {
  readonly measure: MeasureId;
  readonly filter: ComplaintFilter;
  readonly scope: Scope;
  readonly split: Split;
  readonly across: Split;
  /** Keeps the largest n values of either; the rest adds up as `…`. */
  readonly top: number;
  readonly today: IsoDay;
  readonly translation?: Translation | undefined;
}

const HeatMapCell = z.object({ code: z.string(), across: z.string(), value: z.number().nullable(), cases: z.number() });
export type HeatMapCell = z.infer<typeof HeatMapCell>;

/** A measure by the values of two dimensions; a pair without anything has no cell. `cases` as in `breakdown`. */
export function heatMap(question: HeatMapQuestion): Query<HeatMapCell> {
  const measure = measures[question.measure];
  const { relation, answeredBy } = measureFacts({ ...question, periods: [question.filter] });
  const largest = (column: Sql): Sql => sql`
    SELECT ${column} FROM (${relation})
    GROUP BY ${column}
    ORDER BY ${sizeOf(measure)} DESC, ${column}
    LIMIT ${bind(question.top, 'UInt32')}`;
  const kept = (column: Sql): Sql => sql`if(${column} IN (${largest(column)}), ${column}, '…')`;
  return {
    name: 'heat-map',
    row: HeatMapCell,
    answeredBy,
    sql: sql`
      SELECT code, beside AS across, value, cases
      FROM (
        SELECT ${kept(sql`split`)} AS code, ${kept(sql`across`)} AS beside,
               ${aggregateOf(measure)} AS value, toFloat64(${sizeOf(measure)}) AS cases
        FROM (${relation})
        GROUP BY code, beside
        HAVING ${anything(measure)})
      ORDER BY code = '…', code, across = '…', across`,
  };
}
