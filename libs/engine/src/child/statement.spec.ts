import { describe, expect, it } from 'vitest';
import { readStatement } from './statement.ts';

const refusal = (sql: string): string => {
  try {
    readStatement(sql);
    return 'accepted';
  } catch (cause) {
    return String(cause);
  }
};

describe('a statement that answers with rows', () => {
  const split = (sql: string) => {
    const statement = readStatement(sql);
    return statement.kind === 'rows' ? [statement.before, statement.after, statement.format] : statement.kind;
  };

  it('is cut before its FORMAT', () => {
    expect(split('SELECT 1 FORMAT JSON')).toEqual(['SELECT 1 ', 'FORMAT JSON', 'JSON']);
    expect(split('SELECT 1 FORMAT `JSON` ;\n;')).toEqual(['SELECT 1 ', 'FORMAT `JSON`', 'JSON']);
    expect(split('SELECT 1 SETTINGS a = 1 FORMAT CSV SETTINGS b = 2')).toEqual([
      'SELECT 1 SETTINGS a = 1 ',
      'FORMAT CSV SETTINGS b = 2',
      'CSV',
    ]);
  });

  it('is left whole when it names no format', () => {
    for (const sql of [
      'SELECT 1',
      'SELECT format FROM t',
      'SELECT a AS format FROM t',
      'SELECT 1 AS a, format b FROM t',
      "SELECT 'x FORMAT CSV'",
      'SELECT * FROM (SELECT 1 FORMAT CSV)',
      'SELECT "FORMAT" CSV',
      'SELECT $$ FORMAT CSV $$',
    ]) {
      expect(split(sql)).toEqual([sql, '', undefined]);
    }
  });

  it('begins with one of the words that ask', () => {
    for (const sql of [
      'WITH 1 AS a SELECT a',
      'FROM t SELECT a',
      '(SELECT 1)',
      'show tables',
      'DESC t',
      'EXPLAIN SELECT 1',
      '/* x */ SELECT 1',
    ]) {
      expect(readStatement(sql).kind).toBe('rows');
    }
    for (const sql of ['CREATE TABLE t AS SELECT 1', 'ALTER TABLE t DELETE WHERE 1', 'SET a = 1', 'OPTIMIZE TABLE t']) {
      expect(readStatement(sql)).toEqual({ kind: 'command', sql });
    }
  });
});

describe('an INSERT', () => {
  const data = (sql: string) => {
    const statement = readStatement(sql);
    return statement.kind === 'data-insert'
      ? [statement.before, statement.after, sql.slice(statement.dataStart)]
      : statement.kind;
  };

  it('with a FORMAT is followed by data, which are never read as SQL', () => {
    expect(data('INSERT INTO t FORMAT CSV')).toEqual(['INSERT INTO t ', 'FORMAT CSV', '']);
    expect(data("INSERT INTO t (a, b) FORMAT CSV\n1;'2\n")).toEqual(['INSERT INTO t (a, b) ', 'FORMAT CSV', "1;'2\n"]);
    expect(data('INSERT INTO t FORMAT JSONEachRow {"a":1}')).toEqual([
      'INSERT INTO t ',
      'FORMAT JSONEachRow',
      '{"a":1}',
    ]);
    expect(data('INSERT INTO t FORMAT TSV\n\n\n')).toEqual(['INSERT INTO t ', 'FORMAT TSV', '\n\n']);
  });

  it('may carry SETTINGS before or behind its FORMAT', () => {
    expect(data('INSERT INTO t SETTINGS a = 1 FORMAT CSV\nx')).toEqual([
      'INSERT INTO t ',
      'SETTINGS a = 1 FORMAT CSV',
      'x',
    ]);
    expect(data("INSERT INTO t FORMAT CSV SETTINGS a = 1, b = 'x y'\nx")).toEqual([
      'INSERT INTO t ',
      "FORMAT CSV SETTINGS a = 1, b = 'x y'",
      'x',
    ]);
  });

  it('may go into a table with the name of a keyword, or into a function', () => {
    expect(data('INSERT INTO `format`.values (a) FORMAT CSV\n')).toEqual([
      'INSERT INTO `format`.values (a) ',
      'FORMAT CSV',
      '',
    ]);
    expect(data("INSERT INTO FUNCTION file('x', 'CSV') FORMAT CSV\n")).toEqual([
      "INSERT INTO FUNCTION file('x', 'CSV') ",
      'FORMAT CSV',
      '',
    ]);
  });

  it('of VALUES or of a query is run as it stands', () => {
    for (const sql of [
      "INSERT INTO t VALUES (1, 'FORMAT CSV')",
      'INSERT INTO t FORMAT Values (1)',
      'INSERT INTO t (a) SELECT 1 AS format',
      'INSERT INTO t WITH 1 AS a SELECT a',
      'WITH 1 AS a INSERT INTO t SELECT a',
    ]) {
      expect(readStatement(sql)).toEqual({ kind: 'insert', sql });
    }
  });
});

describe('what is refused', () => {
  it.each([
    ['', 'Empty query'],
    ['-- nothing\n;', 'Empty query'],
    ['SELECT 1; SELECT 2', 'Multi-statements are not allowed'],
    ['INSERT INTO t VALUES (1); DROP TABLE t', 'Multi-statements are not allowed'],
    ['INSERT INTO t SELECT 1; DROP TABLE t', 'Multi-statements are not allowed'],
    ['WITH 1 AS a INSERT INTO t SELECT a; DROP TABLE t', 'Multi-statements are not allowed'],
    ['CREATE TABLE t (a Int8) ENGINE = Memory; DROP TABLE t', 'Multi-statements are not allowed'],
    ["SELECT 1 INTO OUTFILE 'x'", 'INTO OUTFILE is not allowed'],
    ["INSERT INTO t FROM INFILE 'x' FORMAT CSV", 'FROM INFILE is not allowed'],
    ["kill query where query_id = 'a' sync", 'use ASYNC'],
  ])('%j: %s', (sql, why) => expect(refusal(sql)).toContain(why));

  it('is not the same words inside quotes and comments', () => {
    expect(refusal("SELECT '; SELECT', `a;b`, 1 -- ; x\n/* INTO OUTFILE 'x' */ FROM t")).toBe('accepted');
    expect(refusal("INSERT INTO t VALUES ('a;b'), (2);\n")).toBe('accepted');
    expect(refusal("KILL QUERY WHERE query_id = 'SYNC' ASYNC")).toBe('accepted');
  });
});
