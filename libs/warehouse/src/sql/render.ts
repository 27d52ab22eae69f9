import { Bound } from './bind.ts';
import { Identifier } from './identifier.ts';
import type { Sql } from './sql.ts';

export interface RenderedSql {
  /** The statement with `{p0:Type}` where values go. */
  readonly text: string;
  /** p0, p1, …: by position, so two equal values are two parameters. */
  readonly params: Readonly<Record<string, unknown>>;
}

/** Text and parameters as `@clickhouse/client` takes them. Nested pieces are indented, so that logs read well. */
export function renderSql(statement: Sql): RenderedSql {
  const params: Record<string, unknown> = {};
  let count = 0;
  const write = (piece: Sql): string =>
    piece.texts.reduce((text, next, index) => {
      const part = piece.parts[index - 1];
      if (Identifier.is(part)) return text + part.name + next;
      if (Bound.is(part)) {
        const name = `p${count++}`;
        params[name] = typeof part.value === 'bigint' ? part.value.toString() : part.value;
        return `${text}{${name}:${part.type}}${next}`;
      }
      return part === undefined ? text + next : text + nest(write(part), text) + next;
    });
  return { text: unindent(write(statement)), params };
}

const indentOf = (line: string): string => /^ */.exec(line)?.[0] ?? '';

/** The lines of a nested piece, two further in than the line that it stands in. */
function nest(piece: string, before: string): string {
  if (!piece.includes('\n')) return piece;
  const indent = indentOf(before.slice(before.lastIndexOf('\n') + 1));
  return unindent(piece).replaceAll('\n', `\n${indent}  `);
}

/** Takes away empty lines and the indent that all lines share. */
function unindent(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  // What follows the opening backtick has no indent of its own.
  const own = text.startsWith('\n') ? lines : lines.slice(1);
  const shared = Math.min(...own.map((line) => indentOf(line).length));
  return lines.map((line) => line.slice(Math.min(shared, indentOf(line).length)).trimEnd()).join('\n');
}
