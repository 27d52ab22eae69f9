import type { IsoDay } from '@tocsin/contracts';
import type { Warehouse } from '../connection/warehouse.ts';
import { bind } from '../sql/bind.ts';
import { identifier } from '../sql/identifier.ts';
import { type Sql, joinSql, sql } from '../sql/sql.ts';
import { versionColumnNames } from '../tables/complaint-columns.ts';
import { markMonths } from './mark-months.ts';
import { manyRows } from './settle-statements.ts';

/** The due day that one complaint is to have; null: none. */
export interface CaseDueDay {
  readonly id: string;
  readonly receivedOn: IsoDay;
  readonly dueOn: IsoDay | null;
  readonly dueBy: string;
}

/** Stands for "none" in lists of days, which cannot hold NULL. */
const NEVER = '1970-01-01';
const AT_ONCE = 1_000;

/**
 * Gives complaints another due day than their version has: what stands of each is written once more, as the same version,
 * of which the last written counts. The months are marked first: cut off in between, the next run finds the same work.
 * Like `applyBatch` it is the ingest stage's alone.
 */
export async function setCaseDueDays(warehouse: Warehouse, cases: readonly CaseDueDay[]): Promise<void> {
  for (let from = 0; from < cases.length; from += AT_ONCE) {
    const some = cases.slice(from, from + AT_ONCE);
    const ids = bind(
      some.map(({ id }) => id),
      'Array(String)',
    );
    const place = sql`indexOf(${ids}, complaint_id)`;
    await markMonths(
      warehouse,
      'due-days',
      some.map(({ receivedOn }) => receivedOn),
    );
    await rewrite(
      warehouse,
      sql`nullIf(arrayElement(${bind(
        some.map(({ dueOn }) => dueOn ?? NEVER),
        'Array(Date)',
      )}, ${place}), toDate('1970-01-01'))`,
      sql`arrayElement(${bind(
        some.map(({ dueBy }) => dueBy),
        'Array(String)',
      )}, ${place})`,
      sql`complaint_id IN ${ids}`,
    );
  }
}

/** The same for all complaints whose due day the rules say: one due day for each day received. */
export async function setRuleDueDays(
  warehouse: Warehouse,
  days: readonly { readonly receivedOn: IsoDay; readonly dueOn: IsoDay | null }[],
): Promise<void> {
  if (days.length === 0) return;
  const received = bind(
    days.map(({ receivedOn }) => receivedOn),
    'Array(Date)',
  );
  const dues = bind(
    days.map(({ dueOn }) => dueOn ?? NEVER),
    'Array(Date)',
  );
  await markMonths(
    warehouse,
    'due-days',
    days.map(({ receivedOn }) => receivedOn),
  );
  await rewrite(
    warehouse,
    sql`nullIf(arrayElement(${dues}, indexOf(${received}, toDate(received_at))), toDate('1970-01-01'))`,
    sql`due_by`,
    sql`due_by = 'rules' AND kind = 'complaint' AND toDate(received_at) IN ${received}`,
  );
}

async function rewrite(warehouse: Warehouse, dueOn: Sql, dueBy: Sql, which: Sql): Promise<void> {
  const columns = versionColumnNames.map((name) => ({ name, column: sql`${identifier(name, versionColumnNames)}` }));
  const values = columns.map(({ name, column }) => (name === 'due_on' ? dueOn : name === 'due_by' ? dueBy : column));
  const statement = sql`
    INSERT INTO complaint (${joinSql(
      columns.map(({ column }) => column),
      ', ',
    )}, is_deleted)
    SELECT ${joinSql(values, ', ')}, 0
    FROM complaint FINAL
    WHERE ${which}`;
  await warehouse.run(statement, 'set-due-days', manyRows);
}
