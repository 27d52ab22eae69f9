import { engineError } from './engine-error.ts';
import type { Token } from './tokens.ts';

/**
 * The text without the semicolons at its end, which are taken off the tokens too.
 * Throws code 62 if any other semicolon stands in it: chDB would run what follows as a statement of its own, even
 * behind the VALUES of an INSERT, where a server does not.
 */
export function onlyStatement(sql: string, all: Token[]): string {
  const isSemicolon = (token: Token): boolean => token.kind === 'sign' && token.text === ';';
  while (all.length > 0 && isSemicolon(all[all.length - 1] as Token)) all.pop();
  const last = all.at(-1);
  if (!last) throw engineError('SYNTAX_ERROR', 'Empty query.');
  const between = all.find(isSemicolon);
  if (!between) return sql.slice(0, last.end);
  const where = `failed at position ${between.start + 1}`;
  throw engineError('SYNTAX_ERROR', `Syntax error (Multi-statements are not allowed): ${where}`);
}
