import { createGunzip } from 'node:zlib';
import { request, type IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { authorization, contract, rowsOf } from './engine-under-test.ts';

contract('large results', (ground) => {
  /** A bare request, since `fetch` hides how a transfer ended. */
  const open = (query: string, headers: Record<string, string> = {}): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      const url = `${ground.address.url}/?${new URLSearchParams({ query, enable_http_compression: '1' }).toString()}`;
      const options = { method: 'POST', headers: { ...authorization(ground.address), ...headers } };
      request(url, options, resolve).on('error', reject).end();
    });

  it('come through whole: ten million rows', async () => {
    const result = await ground.client.query({
      query: 'SELECT number FROM numbers(10000000)',
      format: 'JSONCompactEachRow',
    });
    let rows = 0;
    let sum = 0;
    for await (const batch of result.stream<[string]>()) {
      rows += batch.length;
      sum += Number(batch.at(-1)?.json()[0] ?? 0) - Number(batch[0]?.json()[0] ?? 0) + 1;
    }
    expect([rows, sum]).toEqual([10_000_000, 10_000_000]);
  });

  it('are one document, not one for every block', async () => {
    const response = await ground.send({ query: "SELECT number, '投诉' AS text FROM numbers(300000) FORMAT JSON" });
    const document = (await response.json()) as { rows: number; data: unknown[] };
    expect([document.rows, document.data.length]).toEqual([300_000, 300_000]);
  });

  it('begin to arrive before the query is over', async () => {
    const started = performance.now();
    const query =
      'SELECT number, sleepEachRow(0.00001) FROM numbers(200000) SETTINGS max_block_size = 20000, max_threads = 1';
    const answer = await open(query);
    const firstByteMs = performance.now() - started;
    for await (const _ of answer);
    const lastByteMs = performance.now() - started;
    expect(firstByteMs).toBeLessThan(lastByteMs * 0.8);
  });

  it('end in an error that the client understands when the query fails on the way', async () => {
    const query = "SELECT throwIf(number = 3000000, 'too far'), number FROM numbers(10000000) SETTINGS max_threads = 1";
    const result = await ground.client.query({ query, format: 'JSONEachRow' });
    await expect(result.json()).rejects.toThrow(/too far/);
  });

  it('end in a broken transfer for a client that knows nothing of that', async () => {
    const query =
      "SELECT throwIf(number = 3000000, 'too far'), number FROM numbers(10000000) SETTINGS max_threads = 1 FORMAT TSV";
    const answer = await open(query);
    expect(answer.statusCode).toBe(200);
    await expect(drain(answer)).rejects.toThrow(/aborted|hang up|reset/);
    const unzip = createGunzip();
    const packed = await open(query, { 'Accept-Encoding': 'gzip' });
    await expect(drain(packed.on('error', (cause) => unzip.destroy(cause)).pipe(unzip))).rejects.toThrow();
  });

  it('are held back on request, so that a late error has its status', async () => {
    const query = "SELECT throwIf(number = 3000000, 'too far'), number FROM numbers(10000000) SETTINGS max_threads = 1";
    const response = await ground.send({ query, wait_end_of_query: '1' });
    expect([response.status, response.headers.get('x-clickhouse-exception-code')]).toEqual([500, '395']);
    const whole = await ground.send({ query: 'SELECT number FROM numbers(1000000)', wait_end_of_query: '1' });
    expect((await whole.text()).length).toBe(6_888_890);
    expect(whole.headers.get('x-clickhouse-summary')).toContain('"result_rows":"1000000"');
  });

  it('wait for a slow reader', async () => {
    const answer = await open('SELECT number FROM numbers(3000000)');
    let bytes = 0;
    for await (const chunk of answer) {
      bytes += (chunk as Buffer).length;
      if (bytes < 2_000_000) await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect(bytes).toBe(22_888_890);
  });

  it('go in as well as out: a body of 50 MB', async () => {
    await ground.client.command({
      query: 'CREATE OR REPLACE TABLE bulk (id UInt64, label String) ENGINE = MergeTree ORDER BY id',
    });
    const made = await ground.send({
      query: "SELECT number AS id, '投诉' || number AS label FROM numbers(1500000) FORMAT JSONEachRow",
    });
    const body = await made.arrayBuffer();
    const response = await ground.send({ query: 'INSERT INTO bulk FORMAT JSONEachRow' }, { body });
    expect([response.status, body.byteLength > 50_000_000]).toEqual([200, true]);
    expect(
      await rowsOf(ground.client, "SELECT count() AS n, countIf(label = '投诉' || id) AS whole FROM bulk"),
    ).toEqual([{ n: 1_500_000, whole: 1_500_000 }]);
  });
});

async function drain(stream: NodeJS.ReadableStream): Promise<void> {
  for await (const _ of stream);
}
