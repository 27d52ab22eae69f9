import { describe, expect, expectTypeOf, it } from 'vitest';
import { bind } from './bind.ts';
import { identifier } from './identifier.ts';
import { renderSql } from './render.ts';
import { type Sql, type SqlPart, allOf, anyOf, joinSql, sql } from './sql.ts';

describe('sql', () => {
  it('names parameters by position, also across nesting, and never by value', () => {
    const inner = sql`line = ${bind('life', 'String')}`;
    const outer = sql`SELECT 1 WHERE ${inner} AND day >= ${bind('2026-01-01', 'Date')} AND ${inner}`;
    expect(renderSql(outer)).toEqual({
      text: 'SELECT 1 WHERE line = {p0:String} AND day >= {p1:Date} AND line = {p2:String}',
      params: { p0: 'life', p1: '2026-01-01', p2: 'life' },
    });
  });

  it('does not compile with a bare string, and does not run with one either', () => {
    const name: string = "'; DROP TABLE complaint; --";
    // @ts-expect-error a string is not a part of SQL
    expect(() => sql`SELECT * FROM complaint WHERE product = ${name}`).toThrow(
      'sql takes bind(…), identifier(…) or nested sql, not string (after "SELECT * FROM complaint WHERE product =")',
    );
    expectTypeOf<string>().not.toExtend<SqlPart>();
    expectTypeOf<number>().not.toExtend<SqlPart>();
    expectTypeOf<{ name: string }>().not.toExtend<SqlPart>();
    expectTypeOf<{ value: string; type: 'String' }>().not.toExtend<SqlPart>();
  });

  it('must be called as a template', () => {
    const call = sql as unknown as (text: unknown) => Sql;
    expect(() => call('SELECT 1')).toThrow('must be used as a template');
    expect(() => call(['SELECT 1'])).toThrow('must be used as a template');
    expect(() => call(Object.assign(['SELECT 1'], { raw: ['SELECT 1'] }))).toThrow('must be used as a template');
  });

  it('refuses a look-alike of its own parts', () => {
    const forged = { texts: ['1; DROP TABLE complaint'], parts: [] } as unknown as Sql;
    expect(() => sql`SELECT ${forged}`).toThrow(TypeError);
  });

  it('binds only values of the declared type', () => {
    // @ts-expect-error a number is no Date
    bind(1, 'Date');
    // @ts-expect-error not a type that is known here
    bind('x', 'Nothing');
  });
});

describe('identifier', () => {
  it('takes a name from the closed list and no other', () => {
    const tables = ['complaint', 'cube_due'] as const;
    expect(renderSql(sql`SELECT 1 FROM ${identifier('complaint', tables)}`).text).toBe('SELECT 1 FROM complaint');
    // @ts-expect-error not in the list
    expect(() => identifier('account', tables)).toThrow('"account" is not one of the names allowed here');
    expect(() => identifier('a b', ['a b'])).toThrow(TypeError);
  });
});

describe('joinSql and friends', () => {
  const [a, b] = [sql`a`, sql`b`];
  it('put a separator between parts', () => {
    expect(renderSql(joinSql([a, b], ', ')).text).toBe('a, b');
    expect(renderSql(sql`x${joinSql([], ', ')}y`).text).toBe('xy');
  });
  it('turn no condition into always for all, never for any', () => {
    expect(renderSql(allOf([])).text).toBe('1');
    expect(renderSql(anyOf([])).text).toBe('0');
    expect(renderSql(allOf([a, b])).text).toBe('a AND b');
    expect(renderSql(anyOf([a, b])).text).toBe('(a OR b)');
  });
});
