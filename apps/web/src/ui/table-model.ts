/** A chart's figures as a table: `text` is shown, `raw` is exported and copied, `note` explains an unknown figure. */
export interface TableCell {
  readonly text: string;
  readonly raw: string | number | null;
  readonly note?: string;
}

export interface TableModel {
  readonly columns: readonly { readonly key: string; readonly label: string; readonly figure?: boolean }[];
  readonly rows: readonly Readonly<Record<string, TableCell>>[];
}

/** CSV with a byte-order mark, without which spreadsheets misread Chinese. Text that a spreadsheet would run is defused. */
export function tableCsv({ columns, rows }: TableModel): string {
  const head = columns.map(({ label }) => quoted(label));
  const body = rows.map((row) => columns.map(({ key }) => quoted(row[key]?.raw ?? '')));
  return `\uFEFF${[head, ...body].map((cells) => cells.join(',')).join('\r\n')}\r\n`;
}

function quoted(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
