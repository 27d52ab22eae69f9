import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { contract, rowsOf } from './engine-under-test.ts';

contract('compression', (ground) => {
  it('goes both ways with the client', async () => {
    const client = ground.clientWith({ compression: { request: true, response: true } });
    await client.command({
      query: 'CREATE OR REPLACE TABLE packed (id UInt64, label String) ENGINE = MergeTree ORDER BY id',
    });
    const values = Array.from({ length: 5000 }, (_, id) => ({ id, label: '投诉'.repeat(20) }));
    await client.insert({ table: 'packed', values, format: 'JSONEachRow' });
    expect(await rowsOf(client, 'SELECT * FROM packed ORDER BY id')).toEqual(values);
  });

  it.each(['gzip', 'deflate', 'br'])('packs answers with %s only when both sides want it', async (encoding) => {
    const query = "SELECT repeat('x', 1000) FROM numbers(2000)";
    const headers = { 'Accept-Encoding': encoding };
    const packed = await ground.send({ query, enable_http_compression: '1' }, { headers });
    expect([packed.headers.get('content-encoding'), (await packed.text()).length]).toEqual([encoding, 2_002_000]);
    const plain = await ground.send({ query }, { headers });
    expect([plain.headers.get('content-encoding'), (await plain.text()).length]).toEqual([null, 2_002_000]);
  });

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ] as const)('unpacks bodies in %s', async (encoding, pack) => {
    await ground.client.command({
      query: 'CREATE OR REPLACE TABLE unpacked (id UInt64) ENGINE = MergeTree ORDER BY id',
    });
    const body = pack(Array.from({ length: 100_000 }, (_, id) => id).join('\n'));
    const response = await ground.send(
      { query: 'INSERT INTO unpacked FORMAT TSV' },
      { body, headers: { 'Content-Encoding': encoding } },
    );
    expect(response.status).toBe(200);
    expect(await rowsOf(ground.client, 'SELECT count() AS n, sum(id) AS s FROM unpacked')).toEqual([
      { n: 100_000, s: 4_999_950_000 },
    ]);
  });

  it('inserts nothing from a body that is cut or damaged', async () => {
    await ground.client.command({
      query: 'CREATE OR REPLACE TABLE damaged (id UInt64) ENGINE = MergeTree ORDER BY id',
    });
    const whole = gzipSync(Array.from({ length: 100_000 }, (_, id) => id).join('\n'));
    const headers = { 'Content-Encoding': 'gzip' };
    const response = await ground.send(
      { query: 'INSERT INTO damaged FORMAT TSV' },
      { body: whole.subarray(0, 20_000), headers },
    );
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(await rowsOf(ground.client, 'SELECT count() AS n FROM damaged')).toEqual([{ n: 0 }]);
  });
});
