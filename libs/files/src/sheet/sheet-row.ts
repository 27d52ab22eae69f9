/** One row of a sheet: its number as the spreadsheet shows it, and its cells as text; empty ones at the end are absent. */
export interface SheetRow {
  readonly number: number;
  readonly cells: readonly string[];
}
