import { z } from 'zod';
import { type ReferenceState, referenceState } from '../facts/reference-state.ts';
import { Count } from '../rows/scalars.ts';
import { StoredReferenceRow } from '../rows/reference.ts';
import { bind } from '../sql/bind.ts';
import type { Query } from '../sql/query.ts';
import { allOf, emptySql, sql } from '../sql/sql.ts';
import { type Scope, wholeCompany, withinScope } from '../facts/scope.ts';

const PagedRow = StoredReferenceRow.extend({ total: Count });

/**
 * The rows of a reference table by key, in one of its states. `search` keeps those with the text in any cell; `total` counts
 * what is kept, beyond the page too. `scope` is for tables that have an organisation: rows without one are the whole company's.
 */
export function referenceRows(
  question: ReferenceState & {
    readonly scope?: Scope | undefined;
    readonly search?: string | undefined;
    readonly page?: { readonly limit: number; readonly offset: number } | undefined;
  },
): Query<z.output<typeof PagedRow>> {
  const { search = '', page, scope = wholeCompany } = question;
  const found = search === '' ? [] : [sql`positionCaseInsensitiveUTF8(cells, ${bind(search, 'String')}) > 0`];
  const cut =
    page === undefined ? emptySql : sql` LIMIT ${bind(page.limit, 'UInt32')} OFFSET ${bind(page.offset, 'UInt32')}`;
  return {
    name: 'reference-rows',
    row: PagedRow,
    sql: sql`
      SELECT key, cells, version, at, by, count() OVER () AS total
      FROM (SELECT *, JSONExtractString(cells, 'organisation') AS organisation FROM (${referenceState(question)}))
      WHERE ${allOf(found)}${withinScope(scope)}
      ORDER BY key${cut}`,
  };
}
