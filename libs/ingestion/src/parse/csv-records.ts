const LF = 10;
const CR = 13;
const QUOTE = 34;

/** What a reader of records is told about each; `cells` is re-used for the next one. `text[from, until)` is the record. */
export type OnCsvRecord = (cells: readonly string[], count: number, from: number, until: number) => void;

/**
 * Splits a text of whole CSV records into cells, by the rules of `cut/record-scan.ts` (RFC 4180).
 *
 * Each record tells its own number of cells, so a ragged row is seen as one and spoils no other. A blank line is a
 * record of 0 cells. What follows a closing quote up to the next delimiter is kept as it stands. The last record may
 * lack its line end. Cells are not trimmed.
 */
export function forEachCsvRecord(text: string, delimiter: string, onRecord: OnCsvRecord): void {
  const separator = delimiter.charCodeAt(0);
  const length = text.length;
  const cells: string[] = [];
  let at = 0;
  while (at < length) {
    const from = at;
    let count = 0;
    for (;;) {
      const start = at;
      let quoted: string | undefined;
      if (text.charCodeAt(at) === QUOTE) {
        const close = closingQuote(text, at + 1);
        quoted = unquoted(text, at + 1, close);
        at = Math.min(close + 1, length);
      }
      const rest = at;
      let code = at < length ? text.charCodeAt(at) : LF;
      while (code !== separator && code !== LF) {
        at += 1;
        code = at < length ? text.charCodeAt(at) : LF;
      }
      const ends = code === LF;
      const until = ends && at > rest && text.charCodeAt(at - 1) === CR ? at - 1 : at;
      if (quoted !== undefined) cells[count++] = until > rest ? quoted + text.slice(rest, until) : quoted;
      else if (until > start) cells[count++] = text.slice(start, until);
      else if (!ends || count > 0) cells[count++] = '';
      if (ends) break;
      at += 1;
    }
    onRecord(cells, count, from, at);
    at += 1;
  }
}

function closingQuote(text: string, from: number): number {
  for (let at = from; ; at += 2) {
    at = text.indexOf('"', at);
    if (at < 0) return text.length;
    if (text.charCodeAt(at + 1) !== QUOTE) return at;
  }
}

function unquoted(text: string, from: number, until: number): string {
  const inner = text.slice(from, until);
  return inner.includes('"') ? inner.replaceAll('""', '"') : inner;
}
