import { AlertEvent } from '@tocsin/contracts';
import { z } from 'zod';
import { type Scope, withinScope } from '../facts/scope.ts';
import { SentenceJson } from '../rows/scalars.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { sql } from '../sql/sql.ts';

const AlertEventRow = AlertEvent.extend({ because: SentenceJson });

/** What happened to one warning, oldest first, as its page lists it. */
export const alertEvents = ({
  id,
  scope,
}: {
  readonly id: string;
  readonly scope: Scope;
}): Query<z.output<typeof AlertEventRow>> => ({
  name: 'alert-events',
  row: AlertEventRow,
  sql: sql`
    SELECT seq, kind, at, bucket, level, because
    FROM alert_event FINAL
    WHERE alert_id = ${bind(id, 'String')}${withinScope(scope)}
    ORDER BY seq`,
});
