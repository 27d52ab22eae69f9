/** A value as `tabSeparated` takes it. Instants are unix seconds, days `YYYY-MM-DD`, flags 0 or 1, null is unknown. */
export type TabValue = string | number | bigint | null | readonly string[];

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r', '\0': '\\0' };
const NEEDS_ESCAPE = /[\\\t\n\r\0]/;
const EVERY_ESCAPE = /[\\\t\n\r\0]/g;

const escape = (text: string): string =>
  NEEDS_ESCAPE.test(text) ? text.replace(EVERY_ESCAPE, (character) => ESCAPES[character] ?? character) : text;

/** Inside an array the quote is escaped as well; the array itself is not escaped again. */
const element = (text: string): string => `'${escape(text).replaceAll("'", "\\'")}'`;

function cell(value: TabValue): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return escape(value);
  if (typeof value === 'object') return `[${value.map(element).join(',')}]`;
  return String(value);
}

/** One row of ClickHouse's TabSeparated text with its line end. Loses nothing: any string comes back as it was. */
export function tabSeparated(values: readonly TabValue[]): string {
  let row = '';
  for (let index = 0; index < values.length; index++) {
    const value = values[index];
    row += (index === 0 ? '' : '\t') + cell(value === undefined ? null : value);
  }
  return `${row}\n`;
}
