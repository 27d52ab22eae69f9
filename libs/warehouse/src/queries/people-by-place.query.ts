import { z } from 'zod';
import type { CaseQuestion } from '../cases/case-question.ts';
import { caseRows } from '../cases/case-rows.ts';
import { Count } from '../rows/scalars.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

const PeopleOfPlace = z.object({ place: z.string(), region: z.string(), people: Count, cases: Count });
export type PeopleOfPlace = z.output<typeof PeopleOfPlace>;

/** Places from which so many people or more complained; one that is not known is none. */
export function peopleByPlace(
  question: CaseQuestion & { readonly place: 'city' | 'region'; readonly people: number },
): Query<PeopleOfPlace> {
  const place = question.place === 'city' ? sql`city` : sql`report_region`;
  return {
    name: 'people-by-place',
    row: PeopleOfPlace,
    answeredBy: 'complaint',
    sql: sql`
      SELECT toString(${place}) AS place, toString(any(report_region)) AS region,
             sum(greatest(group_size, 1)) AS people, count() AS cases
      ${caseRows(question, ['region', question.place])}
      GROUP BY place
      HAVING people >= ${bind(question.people, 'UInt32')} AND place != ''
      ORDER BY people DESC, place`,
  };
}
