import { request } from 'node:http';
import { afterEach, expect, it, vi } from 'vitest';
import { authorization, contract, rowsOf } from './engine-under-test.ts';

/** Runs for a minute unless it is killed. */
const endless = (mark: string) =>
  `SELECT '${mark}', sum(sleepEachRow(0.01)) FROM numbers(6000) SETTINGS max_block_size = 10`;

contract('a client that goes away', (ground) => {
  const running = async (mark: string): Promise<number> => {
    const query = `SELECT count() AS n FROM system.processes WHERE query LIKE '%${mark}%' AND query NOT LIKE '%system.processes%'`;
    return (await rowsOf<{ n: number }>(ground.client, query))[0]?.n ?? -1;
  };
  const eventually = (mark: string, count: number) =>
    vi.waitFor(async () => expect(await running(mark)).toBe(count), { timeout: 5_000, interval: 30 });

  afterEach(async () => {
    await ground.client.command({
      query: "KILL QUERY WHERE query LIKE '%sleepEachRow%' AND query NOT LIKE '%KILL%' ASYNC",
    });
  });

  it('takes its query with it', async () => {
    const controller = new AbortController();
    const settings = { cancel_http_readonly_queries_on_client_close: 1 } as const;
    const query = ground.client.query({
      query: endless('lonely'),
      abort_signal: controller.signal,
      clickhouse_settings: settings,
    });
    await eventually('lonely', 1);
    controller.abort();
    await expect(query).rejects.toThrow();
    await eventually('lonely', 0);
  });

  it('takes its query with it while rows are on their way', async () => {
    const query = "SELECT 'flowing', number FROM numbers(1000000000)";
    const url = `${ground.address.url}/?${new URLSearchParams({ query, cancel_http_readonly_queries_on_client_close: '1' }).toString()}`;
    const call = request(url, { method: 'POST', headers: authorization(ground.address) }, (answer) => {
      answer.once('data', () => call.destroy()).on('error', () => undefined);
    });
    call.on('error', () => undefined).end();
    await vi.waitFor(() => expect(call.destroyed).toBe(true), 5_000);
    await eventually('flowing', 0);
  });

  it('inserts nothing when it goes in the middle of its data', async () => {
    await ground.client.command({ query: 'CREATE OR REPLACE TABLE half (id UInt64) ENGINE = MergeTree ORDER BY id' });
    const query = 'INSERT INTO tocsin_contract.half FORMAT TSV';
    const call = request(`${ground.address.url}/?${new URLSearchParams({ query }).toString()}`, {
      method: 'POST',
      headers: { ...authorization(ground.address), 'Content-Length': '1000000' },
    });
    call.on('error', () => undefined);
    await new Promise((resolve) => call.write('1\n2\n3\n', resolve));
    await new Promise((resolve) => setTimeout(resolve, 100));
    call.destroy();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await rowsOf(ground.client, 'SELECT count() AS n FROM half')).toEqual([{ n: 0 }]);
  });

  it('leaves the engine able to answer', async () => {
    for (let round = 0; round < 30; round += 1) {
      const controller = new AbortController();
      const query = ground.client.query({ query: endless('storm'), abort_signal: controller.signal });
      setTimeout(() => controller.abort(), round * 2);
      await expect(query).rejects.toThrow();
    }
    expect(await rowsOf(ground.client, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});
