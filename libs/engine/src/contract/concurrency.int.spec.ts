import { expect, it } from 'vitest';
import { contract, rowsOf } from './engine-under-test.ts';

contract('fifty requests at once', (ground) => {
  it('each get their own answer, while others write', async () => {
    const client = ground.clientWith({ max_open_connections: 50 });
    await client.command({
      query: 'CREATE OR REPLACE TABLE busy (id UInt64, by UInt16) ENGINE = MergeTree ORDER BY id',
    });
    const work = Array.from({ length: 50 }, async (_, n) => {
      for (let round = 0; round < 6; round += 1) {
        if (n % 5 === 0) {
          await client.insert({ table: 'busy', values: [{ id: round, by: n }], format: 'JSONEachRow' });
          continue;
        }
        const query = 'SELECT {n:UInt32} AS n, {text:String} AS text, sum(number) AS s FROM numbers(50000)';
        const result = await client.query({
          query,
          query_params: { n, text: `投诉-${n}-${round}` },
          format: 'JSONEachRow',
        });
        expect(await result.json()).toMatchObject([{ n, text: `投诉-${n}-${round}` }]);
      }
    });
    await Promise.all(work);
    expect(await rowsOf(client, 'SELECT count() AS n, uniqExact(by) AS writers FROM busy')).toEqual([
      { n: 60, writers: 10 },
    ]);
  });

  it('do not make a short query wait for long ones', async () => {
    const long = Array.from({ length: 6 }, () =>
      ground.client.command({
        query: 'SELECT sum(sleepEachRow(0.1)) FROM numbers(10) SETTINGS max_block_size = 1 FORMAT Null',
      }),
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    const started = performance.now();
    expect(await rowsOf(ground.client, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(performance.now() - started).toBeLessThan(500);
    await Promise.all(long);
  });

  it('refuses the id of a query that is still running', async () => {
    const query = 'SELECT sum(sleepEachRow(0.1)) FROM numbers(5) SETTINGS max_block_size = 1';
    const first = ground.send({ query, query_id: 'taken' });
    await new Promise((resolve) => setTimeout(resolve, 150));
    const second = await ground.send({ query: 'SELECT 1', query_id: 'taken' });
    expect(second.headers.get('x-clickhouse-exception-code')).toBe('216');
    expect((await first).status).toBe(200);
  });
});
