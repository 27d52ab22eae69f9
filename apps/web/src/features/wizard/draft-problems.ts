import { type CanonicalFieldName, canonicalFields } from '@tocsin/contracts';
import { isDate } from './code-sets.ts';
import { fittingFormats, needsDayOrder } from './date-fit.ts';
import { type Column, type Draft, columnOf, fieldsOf, mappedFields, servesOtherwise } from './draft.ts';

/** Something that a person must settle before the file can be imported. */
export type DraftProblem =
  | { readonly kind: 'missing'; readonly field: CanonicalFieldName }
  | { readonly kind: 'ambiguous'; readonly field: CanonicalFieldName; readonly column: string; readonly sample: string }
  | { readonly kind: 'no-format'; readonly field: CanonicalFieldName; readonly column: string; readonly sample: string }
  | { readonly kind: 'open'; readonly column: string };

/** What stands in the way of importing this file by this draft, in the order in which one would settle it. */
export function draftProblems(draft: Draft, columns: readonly Column[]): DraftProblem[] {
  return [...missingFields(draft, columns), ...dateProblems(draft, columns), ...openColumns(draft, columns)];
}

function missingFields(draft: Draft, columns: readonly Column[]): DraftProblem[] {
  const names = columns.map(({ name }) => name);
  return canonicalFields.flatMap((field) => {
    if (!('required' in field)) return [];
    if (field.name === 'complaint_id' && draft.naturalKey) return [];
    if (draft.constants[field.name] !== undefined) return [];
    const source = draft.fields[field.name];
    return source && columnOf(source, names) !== undefined ? [] : [{ kind: 'missing', field: field.name }];
  });
}

/** A date whose samples fit day first and month first alike needs a person's word; nothing is guessed. */
function dateProblems(draft: Draft, columns: readonly Column[]): DraftProblem[] {
  const names = columns.map(({ name }) => name);
  return mappedFields(draft).flatMap(([field, source]): DraftProblem[] => {
    const name = columnOf(source, names);
    const column = columns.find((one) => one.name === name);
    if (!isDate(field) || !column) return [];
    const sample = column.samples.find((text) => text.trim() !== '') ?? '';
    const formats = source.dates ?? draft.dates;
    if (needsDayOrder(column.samples, formats)) return [{ kind: 'ambiguous', field, column: column.name, sample }];
    const fits = column.samples.some((text) => fittingFormats([text]).some((format) => formats.includes(format)));
    return fits || sample === '' ? [] : [{ kind: 'no-format', field, column: column.name, sample }];
  });
}

function openColumns(draft: Draft, columns: readonly Column[]): DraftProblem[] {
  if (draft.otherColumns === 'ignore') return [];
  return columns
    .filter(
      ({ name }) =>
        fieldsOf(draft, name).length === 0 && !draft.ignored.includes(name) && !servesOtherwise(draft, name),
    )
    .map(({ name }) => ({ kind: 'open', column: name }));
}
