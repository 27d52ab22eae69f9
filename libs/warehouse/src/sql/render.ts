import { Bound } from './bind.ts';
import { Identifier } from './identifier.ts';
import type { Sql } from './sql.ts';

export interface RenderedSql {
  /** The statement with `{p0:Type}` where values go. */
  readonly text: string;
  /** p0, p1, …: by position, so two equal values are two parameters. */
  readonly params: Readonly<Record<string, unknown>>;
}

/** Text and parameters as `@clickhouse/client` takes them. */
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
      return text + (part === undefined ? '' : write(part)) + next;
    });
  return { text: unindent(write(statement)), params };
}

/** Takes away the indent that all lines share and empty lines, so that goldens and logs read well. */
function unindent(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const indents = lines.slice(lines[0]?.startsWith(' ') ? 0 : 1).map((line) => line.length - line.trimStart().length);
  const common = indents.length === 0 ? 0 : Math.min(...indents);
  return lines.map((line) => (line.startsWith(' ') ? line.slice(Math.min(common, line.length - line.trimStart().length)) : line).trimEnd()).join('\n');
}
