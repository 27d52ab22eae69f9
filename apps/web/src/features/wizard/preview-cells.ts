import type { Preview } from '@tocsin/contracts';
import { type Draft, columnOf, mappedFields } from './draft.ts';

type Row = Preview['rows'][number];

/** A canonical value beside the source's own cell; `source` is empty where both are the same or there is no cell. */
export interface PreviewCell {
  readonly field: string;
  readonly value: string;
  readonly source: string;
  /** Whether this field is why the row was refused or doubted. */
  readonly isBlamed: boolean;
}

/** The fields that a preview shows: those that a column or a constant feeds, in canonical order. */
export const previewFields = (draft: Draft): string[] => [
  ...mappedFields(draft).map(([name]) => name),
  ...Object.keys(draft.constants),
];

/** One previewed row, field by field. */
export function previewCells(draft: Draft, columns: readonly string[], row: Row): PreviewCell[] {
  const blamed = new Set(row.reasons.map(({ field }) => field));
  const sources = new Map<string, string>(
    mappedFields(draft).map(([name, source]) => {
      const column = columnOf(source, columns);
      return [name, column === undefined ? '' : (row.cells[columns.indexOf(column)] ?? '')];
    }),
  );
  return previewFields(draft).map((field) => {
    const value = row.values[field] ?? '';
    const source = sources.get(field) ?? '';
    return { field, value, source: source === value ? '' : source, isBlamed: blamed.has(field) };
  });
}
