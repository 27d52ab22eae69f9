import type { IsoDay } from '@tocsin/contracts';
import { within } from '../facts/period.ts';
import { bind } from '../sql/bind.ts';
import { type Sql, anyOf, sql } from '../sql/sql.ts';
import type { CaseMark, CaseQuestion, DueDays } from './case-question.ts';

/** Not closed, withdrawn or received later: open at the end of `asOf`, by what is known now. */
export const openOn = (asOf: IsoDay): Sql => sql`
  toDate(received_at) <= ${bind(asOf, 'Date')}
  AND ifNull(toDate(closed_at) > ${bind(asOf, 'Date')}, status NOT IN ('closed', 'withdrawn'))`;

/** The conditions on rows of `complaint`, apart from the filter's dimensions and the scope. */
export function caseConditions(question: CaseQuestion): Sql[] {
  const { filter, whenever = false, words = [], marks = [] } = question;
  return [
    sql`kind = 'complaint'`,
    ...(whenever ? [] : [within(sql`toDate(received_at)`, filter)]),
    ...words.map(holds),
    ...(marks.length === 0 ? [] : [anyOf(marks.map((mark) => markConditions[mark]))]),
    ...(question.open === undefined ? [] : [openOn(question.open.asOf), ...dueWithin(question.open.due)]),
  ];
}

const markConditions: Readonly<Record<CaseMark, Sql>> = {
  repeat: sql`is_repeat != 0`,
  escalated: sql`is_escalated != 0`,
  group: sql`group_size > 1`,
};

function dueWithin(due: DueDays): Sql[] {
  if (due.kind === 'any') return [];
  if (due.kind === 'none') return [sql`due_on IS NULL`];
  return [
    ...(due.from === undefined ? [] : [sql`due_on >= ${bind(due.from, 'Date')}`]),
    ...(due.until === undefined ? [] : [sql`due_on < ${bind(due.until, 'Date')}`]),
  ];
}

/**
 * Whether the narrative holds a word. Its pairs of letters are looked up in the text index, which finds too many rather
 * than too few; the letters themselves decide. A single letter has no pair and is looked for everywhere.
 */
function holds(word: string): Sql {
  const letters = [...word];
  const pairs = letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`);
  const found = sql`position(narrative, ${bind(word, 'String')}) > 0`;
  const inText =
    pairs.length === 0
      ? found
      : sql`(hasAllTokens(narrative, ${bind([...new Set(pairs)], 'Array(String)')}) AND ${found})`;
  return /\d/.test(word) ? sql`(${inText} OR startsWith(complaint_id, ${bind(word, 'String')}))` : inText;
}
