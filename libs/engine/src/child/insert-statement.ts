import { engineError } from './engine-error.ts';
import { onlyStatement } from './only-statement.ts';
import type { Statement } from './statement.ts';
import { isName, isWord, tokens, type Token } from './tokens.ts';

/**
 * Reads `INSERT INTO [TABLE] name [(columns)] [SETTINGS …] (FORMAT X data | VALUES rows | SELECT …)`.
 *
 * Only the head is tokenised: what follows FORMAT is data of any kind, with quotes and semicolons of its own.
 * `VALUES` stays part of the statement, because only the engine's SQL parser knows `DEFAULT` among the values.
 */
export function readInsert(sql: string): Statement {
  const head = new Head(sql);
  head.skipTarget();
  let settings: Token | undefined;
  for (let token = head.next(); token; token = head.next()) {
    if (token.depth > 0) continue;
    if (isWord(token, 'INFILE')) throw engineError('NOT_IMPLEMENTED', 'FROM INFILE is not allowed over HTTP');
    if (isWord(token, 'SETTINGS')) settings ??= token;
    if (isWord(token, 'VALUES', 'SELECT', 'WITH', 'WATCH')) break;
    if (!isWord(token, 'FORMAT')) continue;
    if (isWord(head.peek(), 'VALUES')) break;
    return dataInsert(sql, head, settings ?? token);
  }
  return { kind: 'insert', sql: onlyStatement(sql, [...tokens(sql)]) };
}

/** The data begin after the line with FORMAT, or after the blanks behind it; SETTINGS may stand in between. */
function dataInsert(sql: string, head: Head, insertAt: Token): Statement {
  const name = head.next();
  if (!name || !isName(name)) throw engineError('SYNTAX_ERROR', 'Syntax error: FORMAT needs the name of a format');
  const end = settingsEnd(sql, name.end);
  const gap = /^[^\S\n]*;?[^\S\n]*\n?/.exec(sql.slice(end, end + 1024))?.[0].length ?? 0;
  return {
    kind: 'data-insert',
    before: sql.slice(0, insertAt.start),
    after: sql.slice(insertAt.start, end),
    dataStart: end + gap,
  };
}

/** The end of `SETTINGS name = value[, …]` if that follows, else the position given. */
function settingsEnd(sql: string, position: number): number {
  const value = String.raw`(?:'(?:[^'\\]|\\.|'')*'|[-+\w.]+)`;
  const clause = new RegExp(String.raw`\s+SETTINGS\s+\w+\s*=\s*${value}(?:\s*,\s*\w+\s*=\s*${value})*`, 'iy');
  clause.lastIndex = position;
  return position + (clause.exec(sql)?.[0].length ?? 0);
}

/** A cursor over the tokens of the statement's head. */
class Head {
  private readonly stream: Iterator<Token>;
  private peeked: Token | undefined;

  constructor(sql: string) {
    this.stream = tokens(sql);
    this.next(); // INSERT
  }

  next(): Token | undefined {
    const token = this.peeked;
    if (token) {
      this.peeked = undefined;
      return token;
    }
    const step = this.stream.next();
    return step.done ? undefined : step.value;
  }

  peek(): Token | undefined {
    this.peeked ??= this.next();
    return this.peeked;
  }

  /** Steps over `[INTO] [TABLE] a.b` or `[INTO] [TABLE] FUNCTION f(…)`, so that a table may be named `values`. */
  skipTarget(): void {
    if (isWord(this.peek(), 'INTO')) this.next();
    if (isWord(this.peek(), 'TABLE')) this.next();
    if (isWord(this.peek(), 'FUNCTION')) this.next();
    this.next();
    while (this.peek()?.text === '.') {
      this.next();
      this.next();
    }
  }
}
