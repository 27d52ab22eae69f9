import { type ComplaintFilter, type Translation, exposureIds } from '@tocsin/contracts';
import { z } from 'zod';
import { exposureRows } from '../facts/exposure-facts.ts';
import type { Scope } from '../facts/scope.ts';
import { within } from '../facts/period.ts';
import { Figure } from '../rows/scalars.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

const ExposureMonth = z.object({ month: z.iso.date(), premium: Figure, policies: Figure, person_times: Figure });
export type ExposureMonth = z.output<typeof ExposureMonth>;

/** Exposure of the slice by month, oldest first; null where nothing is known, and no row for a month without any. */
export const exposures = (question: {
  readonly filter: ComplaintFilter;
  readonly scope: Scope;
  readonly translation?: Translation | undefined;
}): Query<ExposureMonth> => ({
  name: 'exposures',
  row: ExposureMonth,
  sql: sql`
    SELECT month, toFloat64(sum(premium)) AS premium, sum(policies) AS policies, sum(person_times) AS person_times
    FROM (SELECT month, premium, policies, person_times ${exposureRows({ ...question, splits: [], periods: [question.filter] }, exposureIds)})
    WHERE ${within(sql`month`, question.filter)}
    GROUP BY month
    ORDER BY month`,
});
