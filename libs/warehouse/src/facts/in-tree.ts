import { bind } from '../sql/bind.ts';
import { type Sql, sql } from '../sql/sql.ts';

/** Whether a dotted-path code is one of `codes` or lies below one: `claim` keeps `claim.amount`, not `claims`. */
export const inTree = (column: Sql, codes: readonly string[]): Sql => {
  const branches = codes.filter((code) => code !== '').map((code) => `${code}.`);
  const exact = sql`${column} IN ${bind(codes, 'Array(String)')}`;
  if (branches.length === 0) return exact;
  return sql`(${exact} OR arrayExists(branch -> startsWith(${column}, branch), ${bind(branches, 'Array(String)')}))`;
};

/** Whether a plain code is one of `codes`; '' asks for rows where it was not given. */
export const inList = (column: Sql, codes: readonly string[]): Sql => sql`${column} IN ${bind(codes, 'Array(String)')}`;
