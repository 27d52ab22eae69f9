import type { ComplaintFilter, IsoDay, Translation } from '@tocsin/contracts';
import { z } from 'zod';
import { caseRows } from '../cases/case-rows.ts';
import type { Scope } from '../facts/scope.ts';
import { splitCode } from '../facts/split.ts';
import { Count } from '../rows/scalars.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { type Sql, joinSql, sql } from '../sql/sql.ts';

const OpenCount = z.object({
  part: z.enum(['stage', 'organisation', 'department', 'age', 'band', 'by']),
  code: z.string(),
  open: Count,
  overdue: Count,
  nearDue: Count,
});
export type OpenCount = z.output<typeof OpenCount>;

export interface OpenCountsQuestion {
  readonly filter: ComplaintFilter;
  readonly scope: Scope;
  readonly translation?: Translation | undefined;
  readonly asOf: IsoDay;
  /** Names of what lies ahead and the last due day of each, the nearest first; the last one ends what is near. */
  readonly bands: readonly { readonly band: string; readonly last: IsoDay }[];
  /** Last days of ageing buckets, in days since the receipt, ascending. */
  readonly ageing: readonly number[];
  readonly level: number;
}

/**
 * Complaints open at the end of a day, whenever received, counted at once by stage, responsible organisation at a level,
 * department, age (its bucket's place, from 0), band and whose due day counts. The parts of each add up to all.
 */
export function openCounts(question: OpenCountsQuestion): Query<OpenCount> {
  const { asOf, bands, ageing, level } = question;
  const today = bind(asOf, 'Date');
  const nearest = bands.map(({ band, last }) => sql`due_on <= ${bind(last, 'Date')}, ${bind(band, 'String')}`);
  const band = sql`multiIf(due_on IS NULL, 'none', due_on < ${today}, 'overdue', ${joinSql(nearest, ', ')}, 'later')`;
  const age = sql`dateDiff('day', toDate(received_at), ${today})`;
  const bucket = sql`toString(arrayCount(last -> ${age} > last, ${bind(ageing, 'Array(UInt32)')}))`;
  const rows = caseRows({ ...question, whenever: true, open: { asOf, due: { kind: 'any' } } }, ['organisation']);
  const parts: readonly Sql[] = [
    sql`('stage', toString(status))`,
    sql`('organisation', toString(${splitCode({ dimension: 'organisation', level })}))`,
    sql`('department', toString(department))`,
    sql`('age', ${bucket})`,
    sql`('band', ${band})`,
    sql`('by', if(due_by IN ('rules', 'events'), 'rules', 'source'))`,
  ];
  return {
    name: 'open-counts',
    row: OpenCount,
    answeredBy: 'complaint',
    sql: sql`
      SELECT pair.1 AS part, pair.2 AS code, count() AS open,
             countIf(due < ${today}) AS overdue,
             countIf(due >= ${today} AND due <= ${bind(bands.at(-1)?.last ?? asOf, 'Date')}) AS nearDue
      FROM (
        SELECT due_on AS due, arrayJoin([${joinSql(parts, ', ')}]) AS pair
        ${rows})
      GROUP BY part, code
      ORDER BY part, open DESC, code`,
  };
}
