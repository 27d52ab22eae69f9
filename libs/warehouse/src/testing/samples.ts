import type { Scope } from '../facts/scope.ts';
import type { Query } from '../sql/query.ts';

/** Questions of one query file, by what they ask. */
export type Samples = Readonly<Record<string, (scope: Scope) => Query<unknown>>>;

export const one = (query: Query<unknown>): Samples => ({ any: () => query });
