import { expect, it } from 'vitest';
import { contract } from './engine-under-test.ts';

const CASES: readonly [query: string, status: number, code: number, type: string][] = [
  ['SELEC 1', 400, 62, 'SYNTAX_ERROR'],
  ['1 + 1', 400, 62, 'SYNTAX_ERROR'],
  ['SELECT 1; SELECT 2', 400, 62, 'SYNTAX_ERROR'],
  ['SELECT * FROM no_such_table', 404, 60, 'UNKNOWN_TABLE'],
  ['SELECT * FROM no_such_database.t', 404, 81, 'UNKNOWN_DATABASE'],
  ['SELECT no_such_column', 404, 47, 'UNKNOWN_IDENTIFIER'],
  ['SELECT noSuchFunction(1)', 404, 46, 'UNKNOWN_FUNCTION'],
  ["SELECT toDate('x')", 400, 38, 'CANNOT_PARSE_DATE'],
  ["SELECT throwIf(1, 'stop')", 500, 395, 'FUNCTION_THROW_IF_VALUE_IS_NON_ZERO'],
  ['SELECT 1 FORMAT NoSuchFormat', 404, 73, 'UNKNOWN_FORMAT'],
  ['INSERT INTO no_such_table FORMAT CSV', 404, 60, 'UNKNOWN_TABLE'],
];

contract('errors', (ground) => {
  it.each(CASES)('answers %j with status %i and code %i', async (query, status, code, type) => {
    const response = await ground.send({ query }, { body: query.startsWith('INSERT') ? '1\n' : '' });
    expect(response.headers.get('x-clickhouse-exception-code')).toBe(String(code));
    expect(await response.text()).toMatch(
      new RegExp(`^Code: ${code}\\. DB::Exception: .*\\(${type}\\) \\(version `, 's'),
    );
    expect(response.status).toBe(status);
  });

  it('refuses an empty query', async () => {
    const response = await ground.send({ query: ' -- nothing' });
    expect([response.status, response.headers.get('x-clickhouse-exception-code')]).toEqual([400, '62']);
  });

  it('names an unknown database of the request', async () => {
    const response = await ground.send({ query: 'SELECT 1', database: 'absent`; DROP DATABASE x' });
    expect([response.status, response.headers.get('x-clickhouse-exception-code')]).toEqual([404, '81']);
  });

  it('becomes a typed error of the client', async () => {
    await expect(ground.client.query({ query: 'SELECT * FROM no_such_table' })).rejects.toMatchObject({
      code: '60',
      type: 'UNKNOWN_TABLE',
      message: expect.stringContaining('no_such_table'),
    });
  });

  it('answers a timeout with code 159', async () => {
    const query = 'SELECT sum(sleepEachRow(0.05)) FROM numbers(100)';
    const response = await ground.send({ query, max_execution_time: '1', max_block_size: '1' });
    expect([response.status, response.headers.get('x-clickhouse-exception-code')]).toEqual([408, '159']);
  });
});
