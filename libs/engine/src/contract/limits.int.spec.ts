import { readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Engine } from '../index.ts';
import { authorization, groundOn, rowsOf, startTemporary, type Ground } from './engine-under-test.ts';

const MIB = 1024 ** 2;
const SLOW = 'SELECT sum(sleepEachRow(0.1)) FROM numbers(10) SETTINGS max_block_size = 1';

describe('limits of the embedded engine', () => {
  let engine: Engine;
  let ground: Ground;
  const begin = async (options: Parameters<typeof startTemporary>[0]): Promise<void> => {
    engine = await startTemporary(options);
    ground = groundOn(engine);
    await ground.send({ database: 'default', query: 'CREATE DATABASE tocsin_contract' });
  };
  const code = (response: Response) => [response.status, response.headers.get('x-clickhouse-exception-code')];

  afterEach(async () => {
    await ground.client.close();
    await engine.stop();
  });

  it('sends away whoever finds the queue full, and serves those in it', async () => {
    await begin({ maxConcurrent: 4, maxQueued: 3 });
    const sent = Array.from({ length: 10 }, () => ground.send({ query: SLOW }));
    const statuses = (await Promise.all(sent)).map((response) => response.status);
    // Of four places one is kept for writers: three run, three wait, four are refused.
    expect(statuses.sort()).toEqual([200, 200, 200, 200, 200, 200, 503, 503, 503, 503]);
    const flood = Array.from({ length: 8 }, () => ground.send({ query: SLOW }));
    const refused = (await Promise.all(flood)).find((response) => response.status === 503);
    expect(refused && [...code(refused), refused.headers.get('retry-after')]).toEqual([503, '202', '1']);
    expect(await refused?.text()).toContain('TOO_MANY_SIMULTANEOUS_QUERIES');
  });

  it('does not let anyone wait for ever', async () => {
    await begin({ maxConcurrent: 4, maxQueued: 10, queueTimeoutMs: 200 });
    const sent = Array.from({ length: 4 }, () => ground.send({ query: SLOW }));
    const statuses = (await Promise.all(sent)).map((response) => response.status);
    expect(statuses.sort()).toEqual([200, 200, 200, 503]);
  });

  it('lets a write through while reads fill the engine', async () => {
    await begin({ maxConcurrent: 4, maxQueued: 50 });
    await ground.send({ query: 'CREATE TABLE urgent (id UInt64) ENGINE = MergeTree ORDER BY id' });
    const reads = Array.from({ length: 12 }, () => ground.send({ query: SLOW }));
    await new Promise((resolve) => setTimeout(resolve, 150));
    const started = performance.now();
    expect((await ground.send({ query: 'INSERT INTO urgent FORMAT TSV' }, { body: '1\n' })).status).toBe(200);
    expect(performance.now() - started).toBeLessThan(800);
    await Promise.all(reads);
  });

  it('stops a query that wants more memory than the engine has', async () => {
    await begin({ maxMemoryBytes: 600 * MIB });
    const query = 'SELECT groupArray(number) FROM numbers(200000000) FORMAT Null';
    expect(code(await ground.send({ query }))).toEqual([500, '241']);
    expect(await rowsOf(ground.client, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('refuses a body that does not fit into the spool, and leaves nothing there', async () => {
    await begin({ maxSpoolBytes: MIB });
    await ground.send({ query: 'CREATE TABLE big (label String) ENGINE = MergeTree ORDER BY label' });
    const body = 'x'.repeat(99).concat('\n').repeat(30_000);
    expect(code(await ground.send({ query: 'INSERT INTO big FORMAT TSV' }, { body }))).toEqual([500, '243']);
    expect((await ground.send({ query: 'INSERT INTO big FORMAT TSV' }, { body: body.slice(0, 500_000) })).status).toBe(
      200,
    );
    const held = await ground.send({ query: 'SELECT number FROM numbers(1000000)', wait_end_of_query: '1' });
    expect(code(held)).toEqual([500, '243']);
    expect(readdirSync(join(engine.directory, 'spool')).filter((name) => name.startsWith('data'))).toEqual([]);
  });

  it('refuses a statement that is too long', async () => {
    await begin({ maxStatementBytes: 100_000 });
    const response = await ground.send({}, { body: `SELECT '${'x'.repeat(400_000)}'` });
    expect(code(response)).toEqual([413, '229']);
  });

  it('refuses what it cannot do rather than do something else', async () => {
    await begin({});
    expect(code(await ground.send({ query: 'SELECT 1', session_id: 'mine' }))).toEqual([501, '48']);
    expect(code(await ground.send({ query: 'SELECT 1', compress: '1' }))).toEqual([501, '48']);
    expect(code(await ground.send({ query: "KILL QUERY WHERE query_id = 'x' SYNC" }))).toEqual([501, '48']);
    expect(code(await ground.send({ query: "SELECT 1 INTO OUTFILE '/tmp/x'" }))).toEqual([501, '48']);
    expect(code(await ground.send({ query: "INSERT INTO t FROM INFILE '/etc/passwd' FORMAT TSV" }))).toEqual([
      501,
      '48',
    ]);
    expect((await ground.send({ query: 'SELECT 1', compress: '0', session_timeout: '60' })).status).toBe(200);
  });

  describe.runIf(process.platform === 'linux')('memory', () => {
    /** How far the engine's memory rises while `work` goes on, in MiB. */
    const rise = async (work: () => Promise<void>): Promise<number> => {
      const memory = (): number => {
        const status = readFileSync(`/proc/${engine.pid() ?? 0}/status`, 'utf8');
        return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
      };
      const before = memory();
      let peak = before;
      const watch = setInterval(() => (peak = Math.max(peak, memory())), 20);
      await work().finally(() => clearInterval(watch));
      return peak - before;
    };
    const post = (query: string, body: Iterable<Buffer> = []): Promise<void> =>
      new Promise((resolve, reject) => {
        const url = `${engine.url}/?${new URLSearchParams({ query }).toString()}`;
        const call = request(url, { method: 'POST', headers: authorization(engine) }, (answer) => {
          answer.on('end', resolve).on('error', reject).resume();
        });
        Readable.from(body).pipe(call.on('error', reject));
      });

    it('does not grow with the size of a result', async () => {
      await begin({});
      const read = (rows: number) => post(`SELECT number, toString(number) FROM numbers(${rows})`);
      await read(500_000);
      expect(await rise(() => read(20_000_000))).toBeLessThan(150); // 356 MB
    });

    it('does not grow with the size of a body', async () => {
      await begin({});
      await post('CREATE TABLE nowhere (label String) ENGINE = Null');
      const million = Buffer.from('投诉处理意见一二三四\n'.repeat(32_000));
      const write = (megabytes: number) =>
        post(
          'INSERT INTO nowhere FORMAT TSV',
          Array.from({ length: megabytes }, () => million),
        );
      await write(30);
      // half of the body, since a busy machine collects its garbage late
      expect(await rise(() => write(500))).toBeLessThan(250);
    });
  });

  it('is quick to recover from a flood', async () => {
    await begin({ maxConcurrent: 4, maxQueued: 4 });
    await Promise.all(Array.from({ length: 60 }, () => ground.send({ query: 'SELECT sleep(0.02)' })));
    await vi.waitFor(async () => expect((await ground.send({ query: 'SELECT 1' })).status).toBe(200), 1_000);
  });
});
