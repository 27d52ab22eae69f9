import { z } from 'zod';
import type { Period } from '../facts/period.ts';
import { facts } from '../facts/facts.ts';
import type { Scope } from '../facts/scope.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

const Gap = z.object({ from: z.iso.date(), until: z.iso.date() });

/**
 * Stretches of at least `minDays` days between the first and the last day that have no row of any kind, oldest first.
 * For a scope: without a row of its organisations.
 */
export const coverageGaps = ({
  scope,
  minDays = 1,
}: {
  readonly scope: Scope;
  readonly minDays?: number;
}): Query<Period> => ({
  name: 'coverage-gaps',
  row: Gap,
  sql: sql`
    SELECT before + 1 AS from, day AS until
    FROM (
      SELECT day, lagInFrame(day, 1, day) OVER (ORDER BY day ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS before
      FROM (SELECT DISTINCT day FROM (${facts({ scope, filter: { basis: 'company' }, dimensions: [], sums: ['complaints'] }).relation})))
    WHERE dateDiff('day', before, day) > ${bind(minDays, 'UInt32')}
    ORDER BY from`,
});
