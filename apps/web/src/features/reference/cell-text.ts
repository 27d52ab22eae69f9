import type { ReferenceColumn } from '@tocsin/contracts';
import { formatExact } from '../../i18n/format.ts';

const figures = ['count', 'amount', 'number', 'share'];

export const isFigure = ({ type }: ReferenceColumn): boolean => figures.includes(type);

/** A cell as people read it: choices by their name, large figures grouped; anything else as it stands. */
export function cellText(column: ReferenceColumn, text: string, language: 'zh' | 'en'): string {
  if (text === '') return '';
  if (column.type === 'choice') return column.options?.find(({ value }) => value === text)?.label[language] ?? text;
  const number = Number(text);
  return (column.type === 'count' || column.type === 'amount') && Number.isFinite(number) ? formatExact(number) : text;
}

/** Columns that are worth a place in the table: a table with many shows those that some row fills. */
export function shownColumns(
  columns: readonly ReferenceColumn[],
  rows: readonly { readonly cells: Readonly<Record<string, string>> }[],
): ReferenceColumn[] {
  if (rows.length === 0) return [...columns];
  return columns.filter(({ name, required }) => required || rows.some(({ cells }) => (cells[name] ?? '') !== ''));
}

/** The first column that must be filled and is not. */
export const unfilled = (
  columns: readonly ReferenceColumn[],
  cells: Readonly<Record<string, string>>,
): ReferenceColumn | undefined => columns.find(({ name, required }) => required && (cells[name] ?? '').trim() === '');
