/** A piece of SQL that is neither white space nor comment. `depth` counts the brackets around it. */
export interface Token {
  readonly kind: 'word' | 'quoted-name' | 'string' | 'sign';
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly depth: number;
}

const QUOTED = (quote: string): string => String.raw`${quote}(?:[^${quote}\\]|\\[^]|${quote}${quote})*(?:${quote}|$)`;

/** One token of any kind; a group for each kind. Heredocs come before words, since `$` may begin a word too. */
const TOKEN = new RegExp(
  [
    String.raw`(\s+|--[^\n]*|#[ !][^\n]*|/\*[^]*?(?:\*/|$))`,
    String.raw`(${QUOTED("'")}|\$(?<tag>\w*)\$[^]*?(?:\$\k<tag>\$|$))`,
    `(${QUOTED('`')}|${QUOTED('"')})`,
    String.raw`([\p{L}\p{N}_$]+)`,
    '([^])',
  ].join('|'),
  'uy',
);

/**
 * The tokens of a statement, lazily, so that the data behind `INSERT … FORMAT X` need not be SQL.
 * Knows ClickHouse's quotes, comments and heredocs, and nothing of its grammar; unfinished quotes reach to the end.
 */
export function* tokens(sql: string): Generator<Token> {
  let depth = 0;
  for (let start = 0; start < sql.length;) {
    TOKEN.lastIndex = start;
    const [text = '', blank, string, , name, word] = TOKEN.exec(sql) ?? [];
    const end = start + text.length;
    if (blank === undefined) {
      const kind =
        word !== undefined ? 'word' : string !== undefined ? 'string' : name !== undefined ? 'quoted-name' : 'sign';
      if (text === ')' || text === ']' || text === '}') depth -= 1;
      yield { kind, text, start, end, depth };
      if (text === '(' || text === '[' || text === '{') depth += 1;
    }
    start = end;
  }
}

/** Is this token one of these keywords? Keywords are given in capitals; quoted names never are keywords. */
export const isWord = (token: Token | undefined, ...keywords: readonly string[]): boolean =>
  token?.kind === 'word' && keywords.includes(token.text.toUpperCase());

/** Is this token a name, quoted or not? */
export const isName = (token: Token | undefined): boolean => token?.kind === 'word' || token?.kind === 'quoted-name';
