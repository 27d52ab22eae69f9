import { describe, expect, it } from 'vitest';
import { read, sourceFiles, withoutComments } from './workspace';

// libs/warehouse is the only place with SQL and the ClickHouse client. The engine speaks SQL too, for it is the
// database. A statement is recognised by its form, in capitals: prose about selecting from something is not one.

const SQL = [
  /\bSELECT\b[\s\S]{1,400}?\bFROM\b/,
  /\bINSERT INTO\s+\w/,
  /\bALTER TABLE\s+\w/,
  /\b(CREATE|DROP|TRUNCATE|OPTIMIZE) (TABLE|DATABASE|VIEW|MATERIALIZED VIEW)\b/,
];
const CLIENT = /from '@clickhouse\/client|import\('@clickhouse\/client/;

const hasSql = (code: string) => SQL.some((form) => form.test(withoutComments(code)));

describe('outside libs/warehouse and libs/engine', () => {
  const files = sourceFiles().filter((file) => !/^libs\/(warehouse|engine)\//.test(file));

  it('no source holds SQL', () => {
    expect(files.filter((file) => hasSql(read(file)))).toEqual([]);
  });

  it('no source imports the ClickHouse client', () => {
    expect(files.filter((file) => CLIENT.test(read(file)))).toEqual([]);
  });
});

it.each([
  ['const q = `SELECT day,\n  sum(n) FROM cube_daily`;', true],
  ["await run('INSERT INTO complaint VALUES (1)');", true],
  ["await run('OPTIMIZE TABLE complaint FINAL');", true],
  ['/** SELECT … FROM is what the warehouse says. */ const a = 1;', false],
  ["const label = 'Select a line from the list';", false],
])('%j is SQL: %s', (code, expected) => {
  expect(hasSql(code)).toBe(expected);
});
