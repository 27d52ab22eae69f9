import { Contributor } from '@tocsin/contracts';
import { z } from 'zod';
import { type Scope, withinScope } from '../facts/scope.ts';
import { json } from '../rows/scalars.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

const AlertContributors = z.object({ contributors: json(z.array(Contributor)) });

/**
 * The contributors that were frozen when the warning last rose (opened, reopened or raised), which `continued` repeats; of a
 * cluster the members as of its newest bucket in excess. One row at most.
 */
export const alertContributors = ({
  id,
  scope,
}: {
  readonly id: string;
  readonly scope: Scope;
}): Query<z.output<typeof AlertContributors>> => ({
  name: 'alert-contributors',
  row: AlertContributors,
  sql: sql`
    SELECT contributors
    FROM alert_event FINAL
    WHERE alert_id = ${bind(id, 'String')} AND kind IN ('opened', 'reopened', 'raised', 'continued')${withinScope(scope)}
    ORDER BY seq DESC
    LIMIT 1`,
});
