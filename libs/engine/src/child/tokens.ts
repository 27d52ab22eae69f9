/** A piece of SQL that is neither white space nor comment. `depth` counts the brackets around it. */
export interface Token {
  readonly kind: 'word' | 'quoted-name' | 'string' | 'sign';
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly depth: number;
}

const SPACE = /\s+/y;
const COMMENT = /--[^\n]*|#[ !][^\n]*|\/\*[\s\S]*?(?:\*\/|$)/y;
const WORD = /[\p{L}\p{N}_$]+/uy;
const STRING = /'(?:[^'\\]|\\[\s\S]|'')*(?:'|$)/y;
const QUOTED_NAME = /`(?:[^`\\]|\\[\s\S]|``)*(?:`|$)|"(?:[^"\\]|\\[\s\S]|"")*(?:"|$)/y;
const HEREDOC = /\$(\w*)\$[\s\S]*?(?:\$\1\$|$)/y;

const at = (pattern: RegExp, sql: string, position: number): string | undefined => {
  pattern.lastIndex = position;
  return pattern.exec(sql)?.[0];
};

const SHAPES: readonly [Token['kind'], RegExp][] = [
  ['string', STRING],
  ['quoted-name', QUOTED_NAME],
  ['string', HEREDOC],
  ['word', WORD],
];

/**
 * The tokens of a statement, lazily, so that the data behind `INSERT … FORMAT X` need not be SQL.
 * Knows ClickHouse's quotes, comments and heredocs, and nothing of its grammar; unfinished quotes reach to the end.
 */
export function* tokens(sql: string): Generator<Token> {
  let depth = 0;
  let start = 0;
  while (start < sql.length) {
    const skipped = at(SPACE, sql, start) ?? at(COMMENT, sql, start);
    if (skipped) {
      start += skipped.length;
      continue;
    }
    const shape = SHAPES.map(([kind, pattern]) => ({ kind, text: at(pattern, sql, start) })).find(({ text }) => text);
    const text = shape?.text ?? sql.charAt(start);
    if (text === ')' || text === ']' || text === '}') depth -= 1;
    const end = start + text.length;
    yield { kind: shape?.kind ?? 'sign', text, start, end, depth };
    if (text === '(' || text === '[' || text === '{') depth += 1;
    start = end;
  }
}

/** Is this token one of these keywords? Keywords are given in capitals; quoted names never are keywords. */
export const isWord = (token: Token | undefined, ...keywords: readonly string[]): boolean =>
  token?.kind === 'word' && keywords.includes(token.text.toUpperCase());

/** Is this token a name, quoted or not? */
export const isName = (token: Token | undefined): boolean => token?.kind === 'word' || token?.kind === 'quoted-name';
