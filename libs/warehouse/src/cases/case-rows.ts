import { complaintColumn } from '../facts/columns.ts';
import { complaintsAsKnown } from '../facts/complaints-as-known.ts';
import { isWholeCompany, withinScope } from '../facts/scope.ts';
import { complaintConditions, filteredDimensions } from '../facts/slice-filter.ts';
import { askedFor, translatedRows } from '../facts/translated.ts';
import type { Dimension } from '@tocsin/contracts';
import { type Sql, allOf, sql } from '../sql/sql.ts';
import { caseConditions, openOn } from './case-conditions.ts';
import type { CaseQuestion } from './case-question.ts';

/**
 * `FROM … WHERE …`: the complaints that are asked for, within the caller's scope, their codes as figures are told. `needed`
 * are dimensions that the question looks at besides those of its filter; `more` conditions on rows as they lie there.
 */
export function caseRows(question: CaseQuestion, needed: readonly Dimension[] = [], more: readonly Sql[] = []): Sql {
  const { scope, asKnown } = question;
  if (asKnown !== undefined && !isWholeCompany(scope)) throw new RangeError('what was known then has no scope');
  const filter = askedFor(question.filter, question.translation);
  const asIs = asKnown === undefined ? openDays(question) : [];
  const own = [...caseConditions(question), ...asIs, ...more];
  return translatedRows({
    table: asKnown === undefined ? sql`complaint FINAL` : complaintsAsKnown(asKnown, allOf(own)),
    own,
    scope: withinScope(scope),
    slices: complaintConditions(filter),
    day: sql`toDate(received_at)`,
    translation: question.translation,
    column: complaintColumn,
    needed: [...needed, ...filteredDimensions(filter)],
  });
}

/**
 * Open complaints lie on few days of many, and merging versions is what costs: the days on which any version is open are
 * found first, without merging. A complaint that is open has such a version on its day.
 */
const openDays = ({ open, whenever = false, scope }: CaseQuestion): Sql[] =>
  open === undefined || !whenever
    ? []
    : [
        sql`toDate(received_at) IN (
      SELECT DISTINCT toDate(received_at)
      FROM complaint
      WHERE ${openOn(open.asOf)}${withinScope(scope)})`,
      ];
