import type { Label } from '../code-set.ts';
import type { Role } from '../endpoints/session.ts';

/**
 * What a cell of a reference table holds; stored and shown as text in one canonical writing, '' being "not given".
 *
 * `code` names something · `codes` several, with `;` between them · `text` free · `day` 2026-03-31 · `month` 2026-03 ·
 * `period` a published period: 2026, 2026Q1, 2026H1, 2026Q1-Q3, 2026-03, 2026M01-M02, a day · `count` 0, 1, 2, … ·
 * `amount` 0 or more, decimals allowed · `number` any · `share` 0–1 · `choice` one of `options` · `region` GB/T 2260.
 */
export type ReferenceColumnType =
  | 'code'
  | 'codes'
  | 'text'
  | 'day'
  | 'month'
  | 'period'
  | 'count'
  | 'amount'
  | 'number'
  | 'share'
  | 'choice'
  | 'region';

export interface ReferenceColumn {
  readonly name: string;
  readonly type: ReferenceColumnType;
  readonly label: Label;
  readonly required: boolean;
  /** What a person has to know to fill it in. */
  readonly hint?: Label;
  /** The values of a `choice`, in the order shown. */
  readonly options?: readonly { readonly value: string; readonly label: Label }[];
  /** The table whose codes a `code` or `codes` cell names; pages offer them, nothing is refused for it. */
  readonly names?: string;
}

/**
 * A table that a company keeps beside its complaints. Everything that reads, checks, stores, shows, exports or edits
 * such a table is driven by this description: one more table is one more entry.
 */
export interface ReferenceTable {
  /** Stands in addresses and commands. */
  readonly name: string;
  readonly label: Label;
  readonly description: Label;
  readonly group: ReferenceGroup;
  readonly columns: readonly ReferenceColumn[];
  /** The columns that say which row it is; a later row with the same key replaces. Never hold `|`. */
  readonly key: readonly string[];
  /** The column that tells up to when the table reaches, if it has one. */
  readonly reaches?: string;
  readonly editors: readonly Role[];
}

/** How pages gather the tables. */
export const referenceGroups = [
  'codes',
  'changes',
  'denominators',
  'peers',
  'works',
  'leading',
  'calendar',
  'deadlines',
  'targets',
] as const;
export type ReferenceGroup = (typeof referenceGroups)[number];

/** The key of a row, as addresses name it: its key cells with `|` between them. */
export const referenceKey = (table: ReferenceTable, cells: Readonly<Record<string, string>>): string =>
  table.key.map((column) => cells[column] ?? '').join('|');
