import { type CanonicalFieldName, canonicalFields } from '@tocsin/contracts';
import type { FullRecord } from '../case/record.ts';

const names: readonly CanonicalFieldName[] = canonicalFields.map(({ name }) => name);
const awkward = /[",\r\n]/;

/** RFC 4180: quotes around what holds a comma, a quote or a line break, quotes inside doubled. */
export function csvCell(text: string): string {
  return awkward.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A canonical CSV file, line by line, each ending in a line feed; the header first. A record may span lines. */
export function* csvLines(rows: Iterable<FullRecord>): Generator<string> {
  yield `${names.join(',')}\n`;
  const last = names.length - 1;
  for (const row of rows) {
    let line = '';
    // All fields but the narrative are codes, numbers, dates and names, which never need quoting.
    for (let i = 0; i < last; i += 1) line += `${row[names[i] as CanonicalFieldName]},`;
    yield `${line}${csvCell(row.narrative)}\n`;
  }
}

/** The same as NDJSON; empty fields are left out. */
export function* ndjsonLines(rows: Iterable<FullRecord>): Generator<string> {
  for (const row of rows) {
    let line = '';
    for (const name of names) {
      const value = row[name];
      if (value !== '')
        line += `${line === '' ? '{' : ','}"${name}":${name === 'narrative' ? JSON.stringify(value) : `"${value}"`}`;
    }
    yield `${line}}\n`;
  }
}
