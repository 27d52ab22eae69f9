import type { IsoDay } from '@tocsin/contracts';
import { z } from 'zod';
import type { CaseQuestion } from '../cases/case-question.ts';
import { caseRows } from '../cases/case-rows.ts';
import { Count } from '../rows/scalars.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

const RepeatedSubject = z.object({
  subject: z.string(),
  /** '' where regions are not told apart. */
  region: z.string(),
  cases: Count,
  /** Complaints in the days before, over the whole of them. */
  before: Count,
  /** Responsible organisations of the cases. */
  organisations: z.array(z.string()),
});
export type RepeatedSubject = z.output<typeof RepeatedSubject>;

const subjects = { agent: sql`agent`, outlet: sql`outlet`, product: sql`product` } as const;

/**
 * Agents, outlets or products with so many complaints or more since a day, and how many they had before it, within the
 * question's period. The most first.
 */
export function repeatedSubjects(
  question: CaseQuestion & {
    readonly subject: keyof typeof subjects;
    readonly perRegion: boolean;
    readonly since: IsoDay;
    readonly cases: number;
  },
): Query<RepeatedSubject> {
  const { perRegion, since, cases } = question;
  const subject = subjects[question.subject];
  const isNew = sql`toDate(received_at) >= ${bind(since, 'Date')}`;
  const place = perRegion ? sql`toString(report_region)` : sql`''`;
  return {
    name: 'repeated-subjects',
    row: RepeatedSubject,
    answeredBy: 'complaint',
    sql: sql`
      SELECT toString(${subject}) AS subject, ${place} AS region, countIf(${isNew}) AS cases,
             countIf(NOT (${isNew})) AS before, arraySort(groupUniqArrayIf(toString(organisation), ${isNew})) AS organisations
      ${caseRows(question, ['organisation', 'product', 'region'], [sql`${subject} != ''`])}
      GROUP BY subject, region
      HAVING cases >= ${bind(cases, 'UInt32')}
      ORDER BY cases DESC, subject, region`,
  };
}
