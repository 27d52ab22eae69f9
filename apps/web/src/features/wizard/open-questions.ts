import type { DateFormat, Inspection } from '@tocsin/contracts';
import { fieldNamed } from './code-sets.ts';
import { isDayFirst, isMonthFirst, needsDayOrder } from './date-fit.ts';
import { type Column, type Draft, choiceOf, choose, columnOf, fieldsOf, withConstant, withSource } from './draft.ts';

/** Something about a file that its values do not prove, so that a person must say it. */
export type Question = Inspection['questions'][number];
export type DayOrder = 'month-first' | 'day-first';

/** The questions that the draft leaves open; one about a column that is not imported, or means something else, has gone. */
export const openQuestions = (
  questions: readonly Question[],
  draft: Draft,
  columns: readonly Column[],
): readonly Question[] => questions.filter((question) => isOpen(question, draft, columns));

function isOpen(question: Question, draft: Draft, columns: readonly Column[]): boolean {
  const field = fieldNamed(question.field);
  if (field === undefined) return false;
  const source = draft.fields[field];
  if (question.column === '') {
    if (draft.constants[field] !== undefined || (field === 'complaint_id' && draft.naturalKey)) return false;
    return !source || columnOf(source, columnNames(columns)) === undefined;
  }
  const choice = choiceOf(draft, question.column);
  if (choice === '') return true;
  if (!source || !fieldsOf(draft, question.column).includes(field)) return false;
  if (question.code === 'unknown-codes') {
    const { values } = question;
    const isPlaced = values.length > 0 && values.every((value) => source.values?.[value] !== undefined);
    return source.otherwise === undefined && !isPlaced;
  }
  return needsDayOrder(samplesOf(question, columns), source.dates ?? draft.dates);
}

/** The draft by which a date is read in the order that a person named. */
export function withDayOrder(draft: Draft, question: Question, columns: readonly Column[], order: DayOrder): Draft {
  const field = fieldNamed(question.field);
  const column = columns.find(({ name }) => name === question.column);
  if (field === undefined || column === undefined) return draft;
  const isOther = order === 'month-first' ? isDayFirst : isMonthFirst;
  const dates = (question.choices as DateFormat[]).filter((format) => !isOther(format));
  const mapped = fieldsOf(draft, column.name).includes(field) ? draft : choose(draft, column, field);
  return withSource(mapped, field, { dates });
}

/** The draft in which a field that nothing fed is read from the column chosen, or is the chosen code in every row. */
export function withChoice(draft: Draft, question: Question, columns: readonly Column[], choice: string): Draft {
  const field = fieldNamed(question.field);
  if (field === undefined) return draft;
  if (question.code === 'source') return withConstant(draft, field, choice);
  const column = columns.find(({ name }) => name === choice);
  return column === undefined ? draft : choose(draft, column, field);
}

export const samplesOf = ({ column }: Question, columns: readonly Column[]): readonly string[] =>
  columns.find(({ name }) => name === column)?.samples ?? [];

const columnNames = (columns: readonly Column[]) => columns.map(({ name }) => name);
