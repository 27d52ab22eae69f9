import { engineError } from './engine-error.ts';
import { readInsert } from './insert-statement.ts';
import { onlyStatement } from './only-statement.ts';
import { isName, isWord, tokens, type Token } from './tokens.ts';

/** A statement that answers with rows: `INTO OUTFILE` goes between the two parts. */
export interface RowsStatement {
  readonly kind: 'rows';
  readonly before: string;
  /** The trailing `FORMAT X [SETTINGS …]`, or nothing. */
  readonly after: string;
  readonly format: string | undefined;
}

/** `INSERT … FORMAT X` whose rows follow the statement: `FROM INFILE` goes between the two parts. */
export interface DataInsert {
  readonly kind: 'data-insert';
  readonly before: string;
  readonly after: string;
  /** Where the data start in the text of the statement. */
  readonly dataStart: number;
}

/** Everything else. Only an `insert` counts the rows it wrote. */
export interface OtherStatement {
  readonly kind: 'insert' | 'command';
  readonly sql: string;
}

export type Statement = RowsStatement | DataInsert | OtherStatement;

const ANSWERS_WITH_ROWS = ['SELECT', 'WITH', 'FROM', 'SHOW', 'DESCRIBE', 'DESC', 'EXPLAIN', 'EXISTS', 'CHECK'];

/**
 * Sorts a statement by how it must be run and finds where a file name has to be put into it.
 * Refuses what a server refuses over HTTP too: an empty query, several statements, INTO OUTFILE and FROM INFILE.
 */
export function readStatement(sql: string): Statement {
  const stream = tokens(sql);
  const first = stream.next();
  if (first.done) throw engineError('SYNTAX_ERROR', 'Empty query.');
  if (isWord(first.value, 'INSERT')) return readInsert(sql);

  const all = [first.value, ...stream];
  const text = onlyStatement(sql, all);
  refuse(all);
  if (isWord(first.value, 'WITH') && all.some((token) => token.depth === 0 && isWord(token, 'INSERT'))) {
    return { kind: 'insert', sql: text };
  }
  if (!isWord(first.value, ...ANSWERS_WITH_ROWS) && first.value.text !== '(') return { kind: 'command', sql: text };

  const clause = formatClause(all);
  if (!clause) return { kind: 'rows', before: text, after: '', format: undefined };
  return { kind: 'rows', before: text.slice(0, clause.start), after: text.slice(clause.start), format: clause.format };
}

function refuse(all: readonly Token[]): void {
  const outfile = all.some(
    (token, index) => token.depth === 0 && isWord(token, 'OUTFILE') && isWord(all[index - 1], 'INTO'),
  );
  if (outfile) throw engineError('NOT_IMPLEMENTED', 'INTO OUTFILE is not allowed over HTTP');
  // KILL … SYNC never returns in the embedded engine and would hold a slot for ever.
  if (isWord(all[0], 'KILL') && all.some((token) => isWord(token, 'SYNC', 'TEST'))) {
    throw engineError('NOT_IMPLEMENTED', 'KILL QUERY … SYNC is not supported by the embedded engine: use ASYNC');
  }
}

/** The last `FORMAT name` that ends the statement or stands before its SETTINGS; `format` may be a column elsewhere. */
function formatClause(all: readonly Token[]): { start: number; format: string } | undefined {
  for (let index = all.length - 2; index > 0; index -= 1) {
    const [previous, token, name, next] = [all[index - 1], all[index], all[index + 1], all[index + 2]];
    if (!token || !name || token.depth !== 0 || !isWord(token, 'FORMAT') || !isName(name)) continue;
    const endsHere = next === undefined || isWord(next, 'SETTINGS');
    const followsExpression =
      !isWord(previous, 'SELECT', 'BY', 'WHERE', 'AND', 'OR', 'AS') &&
      !(previous?.kind === 'sign' && !/[)\]}*]/.test(previous.text));
    if (endsHere && followsExpression) return { start: token.start, format: name.text.replace(/^[`"]|[`"]$/g, '') };
  }
  return undefined;
}
