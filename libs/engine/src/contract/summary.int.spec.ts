import { beforeAll, expect, it } from 'vitest';
import { contract } from './engine-under-test.ts';

contract('the summary', (ground) => {
  beforeAll(async () => {
    await ground.client.command({ query: 'CREATE OR REPLACE TABLE summed (id UInt64) ENGINE = MergeTree ORDER BY id' });
  });

  it('counts the rows that an INSERT with data wrote', async () => {
    const values = Array.from({ length: 1234 }, (_, id) => ({ id }));
    const { summary } = await ground.client.insert({ table: 'summed', values, format: 'JSONEachRow' });
    expect(summary).toMatchObject({ written_rows: '1234', written_bytes: String(1234 * 8) });
  });

  it('counts the rows of INSERT … SELECT and of VALUES', async () => {
    const selected = await ground.client.command({ query: 'INSERT INTO summed SELECT number FROM numbers(77)' });
    expect(selected.summary).toMatchObject({ written_rows: '77' });
    const values = await ground.client.command({ query: 'INSERT INTO summed VALUES (1), (2), (3)' });
    expect(values.summary).toMatchObject({ written_rows: '3' });
  });

  it('counts the rows of an answer', async () => {
    const response = await ground.send({ query: 'SELECT number FROM numbers(1000)', wait_end_of_query: '1' });
    const summary = JSON.parse(response.headers.get('x-clickhouse-summary') ?? '{}') as Record<string, string>;
    expect(summary).toMatchObject({ result_rows: '1000', written_rows: '0' });
    expect(Number(summary.elapsed_ns)).toBeGreaterThan(0);
  });

  it('stands beside the id, the format and the zone of the query', async () => {
    const response = await ground.send({ query: 'SELECT 1 FORMAT JSONCompact', query_id: 'my-own-id' });
    expect(response.headers.get('x-clickhouse-query-id')).toBe('my-own-id');
    expect(response.headers.get('x-clickhouse-format')).toBe('JSONCompact');
    expect(response.headers.get('x-clickhouse-timezone')).toBeTruthy();
    const { query_id } = await ground.client.command({ query: 'SELECT 1', query_id: 'another-id' });
    expect(query_id).toBe('another-id');
  });
});
