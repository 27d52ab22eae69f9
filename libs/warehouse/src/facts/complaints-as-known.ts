import type { IsoDay } from '@tocsin/contracts';
import { bind } from '../sql/bind.ts';
import { type Sql, emptySql, sql } from '../sql/sql.ts';
import { type Knowledge, versionsKnownAt } from './as-known.ts';

/** Due days as they were counted at a moment; a complaint that is in neither list has its source's. Null: none. */
export interface DueDaysThen {
  /** Of complaints whose due day the rules say, by the day received. */
  readonly byReceipt: readonly { readonly receivedOn: IsoDay; readonly dueOn: IsoDay | null }[];
  /** Of complaints whose due day events have moved. */
  readonly byCase: readonly { readonly id: string; readonly dueOn: IsoDay | null }[];
}

/** The moment as of which complaints are told: of the whole company, as what was known then is nobody's slice. */
export interface AsKnown extends Knowledge {
  /** Unix seconds. */
  readonly at: number;
  /** Without them due days are those that versions came with. */
  readonly dueDays?: DueDaysThen | undefined;
}

/** Stands for "none" in lists of days, which cannot hold NULL. */
const NEVER = '1970-01-01';

/**
 * `complaint` as it was at a moment, as a relation of its columns that are kept of every version: of each complaint the
 * greatest version among those that counted then. Only complaints of which some version fulfils `conditions` are there: the
 * others cannot either as they stood, and merging versions is what costs.
 */
export function complaintsAsKnown(asKnown: AsKnown, conditions: Sql): Sql {
  const versions = withDueDays(versionsKnownAt(asKnown), asKnown.dueDays);
  return sql`(
          SELECT *
          FROM ${versions} AS known
          WHERE complaint_id IN (
            SELECT complaint_id
            FROM ${versions} AS some
            WHERE ${conditions})
          ORDER BY version DESC
          LIMIT 1 BY complaint_id)`;
}

function withDueDays(versions: Sql, dueDays: DueDaysThen | undefined): Sql {
  if (dueDays === undefined) return versions;
  const { byReceipt, byCase } = dueDays;
  const ids = bind(
    byCase.map(({ id }) => id),
    'Array(String)',
  );
  const received = bind(
    byReceipt.map(({ receivedOn }) => receivedOn),
    'Array(Date)',
  );
  const moved =
    byCase.length === 0
      ? emptySql
      : sql`has(${ids}, complaint_id), nullIf(transform(complaint_id, ${ids}, ${daysOf(byCase)}, toDate(0)), toDate(0)), `;
  return sql`(
            SELECT * REPLACE (multiIf(
              ${moved}due_by = 'rules',
              nullIf(transform(toDate(received_at), ${received}, ${daysOf(byReceipt)}, ifNull(due_on, toDate(0))), toDate(0)),
              due_on) AS due_on)
            FROM ${versions})`;
}

const daysOf = (rows: readonly { readonly dueOn: IsoDay | null }[]) =>
  bind(
    rows.map(({ dueOn }) => dueOn ?? NEVER),
    'Array(Date)',
  );
