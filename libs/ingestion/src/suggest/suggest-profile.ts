import type { CanonicalFieldName, Profile, Sentence } from '@tocsin/contracts';
import { type FieldSuggestion, assignFields } from './assign-fields.ts';
import { type ColumnShape, columnShape } from './column-shape.ts';
import { Draft } from './draft.ts';
import type { Question } from './question.ts';

export interface Suggestion {
  /** By column. */
  readonly columns: readonly (FieldSuggestion | null)[];
  /** Share of the rows in which each column has a value. */
  readonly filled: readonly number[];
  /** Null where neither a number nor a date of receipt was found: it is no table of complaints. */
  readonly profile: Profile | null;
  /** How sure the profile as a whole is: the mean of its columns, and no more than the least sure required one. */
  readonly confidence: number;
  /** Things found out beside the columns: the grain. */
  readonly notes: readonly Sentence[];
  readonly questions: readonly Question[];
}

const REQUIRED: readonly CanonicalFieldName[] = ['complaint_id', 'received_at'];

/**
 * Proposes a profile from the names of a table's columns and a sample of its records (cells in the order of the
 * columns; some hundred to some thousand).
 *
 * Everything is proposed with its reason, and nothing is decided that the values do not prove: dates that can be read in
 * two ways, a source that no column tells, values that are no codes are questions. Columns without a field are put
 * under `ignored`, so that the profile takes the file, and a person sees what is left out.
 */
export function suggestProfile(columns: readonly string[], records: readonly (readonly string[])[]): Suggestion {
  const shapes = shapesOf(columns, records);
  const chosen = assignFields(shapes);
  const sure = chosen.filter((suggestion) => suggestion !== null);
  const required = REQUIRED.map((name) => sure.find(({ field }) => field === name)?.confidence ?? 0);
  const isTable = required.some((confidence) => confidence > 0);
  const mean = sure.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, sure.length);
  const draft = new Draft(shapes, chosen);
  draft.gather(records);
  return {
    columns: chosen,
    filled: shapes.map(({ filled }) => filled),
    profile: isTable ? draft.profile() : null,
    confidence: Math.round(Math.min(mean, ...required) * 100) / 100,
    notes: isTable ? draft.notes : [],
    questions: isTable ? draft.questions : [],
  };
}

/** Looks at ambiguous dates twice: what one column proves of the order of day and month holds for all of the file. */
function shapesOf(columns: readonly string[], records: readonly (readonly string[])[]): ColumnShape[] {
  const cells = columns.map((_, place) => records.map((record) => record[place] ?? ''));
  const alone = columns.map((name, place) => columnShape(name, cells[place] ?? []));
  const orders = new Set(alone.map(({ dates }) => dates?.order).filter((order) => order !== undefined));
  const [order] = orders;
  if (orders.size !== 1) return alone;
  return alone.map((shape, place) =>
    shape.dates?.ambiguous ? columnShape(shape.name, cells[place] ?? [], order) : shape,
  );
}
