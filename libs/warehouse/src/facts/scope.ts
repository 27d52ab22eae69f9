import { identifier } from '../sql/identifier.ts';
import { type Sql, emptySql, sql } from '../sql/sql.ts';
import { inTree } from './in-tree.ts';

/** What a caller may see: these organisations and all below them. Empty: the whole company. */
export interface Scope {
  readonly organisations: readonly string[];
}

export const wholeCompany: Scope = { organisations: [] };

export const isWholeCompany = (scope: Scope): boolean => scope.organisations.length === 0;

/**
 * `AND …` that keeps rows of the caller's organisations. The only place where scope becomes SQL: every read of
 * complaints, cubes and warnings goes through here. Rows that name no organisation are the whole company's alone.
 */
export const withinScope = (scope: Scope): Sql =>
  isWholeCompany(scope)
    ? emptySql
    : sql` AND ${inTree(sql`${identifier('organisation', ['organisation'])}`, scope.organisations)}`;
