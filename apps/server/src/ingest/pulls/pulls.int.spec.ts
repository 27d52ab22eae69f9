import { type PullOutcome, listImports, pullOutcomes, pulledObjects } from '@tocsin/warehouse';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadConfig } from '../../config.ts';
import { Lease } from '../../pipeline/lease.ts';
import { IngestBench } from '../testing.ts';
import { SignedBucket } from '../testing/signed-bucket.ts';
import type { Pull } from './pull.ts';
import { PullSchedule } from './pull-schedule.ts';
import { PullsService } from './pulls.service.ts';

const table = (...ids: string[]) =>
  ['complaint_id,received_at,source', ...ids.map((id) => `${id},2026-01-02,self`), ''].join('\n');

let bench: IngestBench;
let storage: SignedBucket;
let feeds = 0;
let feed: Pull;

beforeAll(async () => {
  bench = await IngestBench.open();
  storage = await SignedBucket.open();
});
afterAll(async () => {
  await storage.close();
  await bench.close();
});
beforeEach(() => {
  for (const kept of [storage.objects, storage.files, storage.moved]) kept.clear();
  storage.log.length = 0;
  feed = {
    ...{ feed: `feed-${++feeds}`, profile: 'canonical', url: 's3://complaints/daily/', schedule: '30 6 * * *' },
    ...{ endpoint: storage.address, region: storage.region, ...storage.keys },
  };
});

/** As a new process would pull, a minute later. */
async function pull(more: Partial<Pull> = {}, hosts = [storage.host], maxBytes = 2 ** 20): Promise<PullOutcome> {
  bench.now = new Date(bench.now.getTime() + 60_000);
  const config = { pullHosts: hosts, import: { workers: 1, maxBytes } };
  const pulls = new PullsService(bench.warehouse, config, { now: () => bench.now }, bench.imports);
  const outcome = await pulls.run({ ...feed, ...more });
  pulls.onApplicationShutdown();
  return outcome;
}

const imported = () => bench.warehouse.rows(listImports(200, feed.feed));
const fetched = () => storage.log.filter((line) => /^GET 200 \/(complaints\/|files)/.test(line));

describe('a bucket', () => {
  it('is pulled page by page, each object once, under the last part of its name', async () => {
    storage.objects.set('daily/2026-01-01.csv', table('b1', 'b2'));
    storage.objects.set('daily/分公司 一+二(新).csv', table('b3'));
    storage.objects.set('daily/2026-01-03.csv', table('b4'));
    storage.objects.set('daily/', '').set('daily/_SUCCESS', '').set('other/x.csv', table('never'));
    expect(await pull()).toMatchObject({ objects: 3, trouble: null });
    await bench.run();
    const [record] = await imported();
    expect(record).toMatchObject({ channel: 'pull', feed: feed.feed, profile: 'canonical', state: 'done' });
    expect((await imported()).map(({ name }) => name).sort()).toEqual([
      '2026-01-01.csv',
      '2026-01-03.csv',
      '分公司 一+二(新).csv',
    ]);
    expect(await pull()).toMatchObject({ objects: 0, trouble: null });
    expect(fetched()).toHaveLength(3);
    expect(await bench.total()).toBe(4);
  });

  it('gives a changed object again, and nothing else', async () => {
    storage.objects.set('daily/a.csv', table('c1')).set('daily/b.csv', table('c2'));
    await pull();
    storage.objects.set('daily/b.csv', table('c2', 'c3'));
    expect(await pull()).toMatchObject({ objects: 1 });
    await bench.run();
    expect((await imported()).map(({ name }) => name).sort()).toEqual(['a.csv', 'b.csv', 'b.csv']);
    expect(await bench.warehouse.rows(pulledObjects(feed.feed))).toMatchObject([
      { object: 's3://complaints/daily/a.csv' },
      { object: 's3://complaints/daily/b.csv', bytes: table('c2', 'c3').length },
    ]);
    expect(await pull()).toMatchObject({ objects: 0 });
  });

  it('doubles nothing when the server dies between taking an object in and noting it', async () => {
    storage.objects.set('daily/a.csv', table('d1')).set('daily/b.csv', table('d2'));
    const before = await bench.total();
    const config = { pullHosts: [storage.host], import: { workers: 1, maxBytes: 2 ** 20 } };
    const dying = new Proxy(bench.imports, {
      get: (imports, name) =>
        name === 'receive'
          ? async (delivery: Parameters<typeof imports.receive>[0]) => {
              await imports.receive(delivery);
              throw new Error('killed');
            }
          : Reflect.get(imports, name),
    });
    await new PullsService(bench.warehouse, config, { now: () => bench.now }, dying).run(feed);
    expect(await imported()).toHaveLength(2);
    expect(await bench.warehouse.rows(pulledObjects(feed.feed))).toEqual([]);
    await bench.restart();
    expect(await pull()).toMatchObject({ objects: 2, trouble: null });
    await bench.run();
    expect(await imported()).toHaveLength(2);
    expect(await bench.total()).toBe(before + 2);
  });

  it('that refuses the keys is a trouble that says what to do and keeps the secret', async () => {
    storage.objects.set('daily/a.csv', table('e1'));
    const outcome = await pull({ secretKey: 'this is the wrong one' });
    expect(outcome).toMatchObject({ objects: 0 });
    expect(outcome.trouble?.en).toContain('refused access (403 SignatureDoesNotMatch): check the access key');
    expect(outcome.trouble?.zh).toContain('拒绝访问（403 SignatureDoesNotMatch）：请检查访问密钥');
    expect(JSON.stringify(outcome)).not.toContain('wrong one');
    const kept = await bench.warehouse.rows(pullOutcomes());
    expect(kept.find((one) => one.feed === feed.feed)).toEqual(outcome);
    expect(await pull()).toMatchObject({ objects: 1, trouble: null });
    const later = await bench.warehouse.rows(pullOutcomes());
    expect(later.find((one) => one.feed === feed.feed)).toMatchObject({ objects: 1, trouble: null });
  });

  it('goes on behind an object that cannot be taken in', async () => {
    storage.objects.set('daily/a.csv', '').set('daily/b.csv', table('f1'));
    storage.objects.set('daily/c.csv', table(...Array.from({ length: 50 }, (_, i) => `long-${i}`)));
    const outcome = await pull({}, [storage.host], 200);
    expect(outcome).toMatchObject({
      objects: 1,
      trouble: { en: expect.stringContaining('a.csv could not be taken in.') },
    });
    storage.objects.delete('daily/a.csv');
    expect((await pull({}, [storage.host], 200)).trouble?.en).toContain('c.csv is larger than');
  });
});

describe('a file', () => {
  const url = () => `${storage.address}/files/branches.csv?token=hidden`;

  it('is read once, and again when it changed: otherwise the other side answers that it did not', async () => {
    storage.files.set('/files/branches.csv', table('g1'));
    expect(await pull({ url: url() })).toMatchObject({ objects: 1, trouble: null });
    expect(await pull({ url: url() })).toMatchObject({ objects: 0, trouble: null });
    expect(storage.log).toEqual(['GET 200 /files/branches.csv', 'GET 304 /files/branches.csv']);
    storage.files.set('/files/branches.csv', table('g1', 'g2'));
    expect(await pull({ url: url() })).toMatchObject({ objects: 1 });
    const ledger = await bench.warehouse.rows(pulledObjects(feed.feed));
    expect(ledger).toMatchObject([{ object: `${storage.address}/files/branches.csv` }]);
    expect((await imported()).map(({ name }) => name)).toEqual(['branches.csv', 'branches.csv']);
    await bench.run();
  });

  it('is followed on its own host and nowhere else', async () => {
    storage.files.set('/files/new.csv', table('h1'));
    storage.moved.set('/files/branches.csv', '/files/new.csv');
    expect(await pull({ url: url() })).toMatchObject({ objects: 1, trouble: null });
    storage.moved.set('/files/branches.csv', `http://localhost:${storage.host.split(':')[1]}/files/new.csv`);
    const { trouble } = await pull({ url: url() });
    expect(trouble?.en).toMatch(/points elsewhere \(localhost:\d+\)/);
    expect(JSON.stringify(trouble)).not.toContain('hidden');
    await bench.run();
  });

  it('of which only a part came is no import, and is read again', async () => {
    storage.files.set('/files/branches.csv', table('p1', 'p2'));
    storage.halved.add('/files/branches.csv');
    const { objects, trouble } = await pull({ url: url() });
    expect(objects).toBe(0);
    expect(trouble?.en).toContain('The connection broke while branches.csv was read');
    expect(await imported()).toEqual([]);
    storage.halved.clear();
    expect(await pull({ url: url() })).toMatchObject({ objects: 1, trouble: null });
    await bench.run();
  });

  it('that is not there, and a host that does not answer, are troubles', async () => {
    const gone = await pull({ url: `${storage.address}/files/gone.csv` });
    expect(gone.trouble?.en).toContain('/files/gone.csv does not exist (404)');
    const shut = await SignedBucket.open();
    const { host } = shut;
    await shut.close();
    expect((await pull({ url: `http://${host}/a.csv` }, [host])).trouble?.zh).toContain('无法连接 127.0.0.1');
  });
});

describe('the schedule', () => {
  it('pulls a feed at its time, makes up once for what it missed, and otherwise waits', async () => {
    storage.objects.set('daily/a.csv', table('s1'));
    bench.now = new Date('2026-03-20T22:00:00.000Z'); // six in the morning in Shanghai
    const clock = { now: () => bench.now };
    const config = loadConfig({ TOCSIN_PULL_HOSTS: storage.host });
    const pulls = new PullsService(bench.warehouse, config, clock, bench.imports);
    const lease = new Lease(bench.warehouse, config, clock);
    const feeds = { pulls: async () => [feed] };
    const schedule = new PullSchedule(bench.warehouse, config, clock, feeds, pulls, lease);
    const at = async (time: string) => {
      bench.now = new Date(time);
      return schedule.runDue();
    };
    expect(await at('2026-03-20T22:29:00.000Z')).toEqual([]);
    expect(await at('2026-03-20T22:30:00.000Z')).toEqual([feed.feed]);
    expect(await at('2026-03-20T22:31:00.000Z')).toEqual([]);
    expect(await at('2026-03-24T01:00:00.000Z')).toEqual([feed.feed]);
    expect(await at('2026-03-24T01:01:00.000Z')).toEqual([]);
    expect(await imported()).toHaveLength(1);
    pulls.onApplicationShutdown();
    await bench.run();
  });
});

describe('internal hosts', () => {
  it.each(['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '2130706433', '10.1.2.3', '169.254.169.254'])(
    'such as %s are refused unless they are listed',
    async (host) => {
      storage.files.set('/files/a.csv', table('i1'));
      const { trouble } = await pull({ url: `http://${host}:${storage.host.split(':')[1]}/files/a.csv` }, [
        '127.0.0.1:1',
      ]);
      expect(trouble?.en).toContain('adds it to TOCSIN_PULL_HOSTS');
      expect(storage.log).toEqual([]);
    },
  );

  it('may be listed by name alone', async () => {
    storage.files.set('/files/a.csv', table('i2'));
    expect(await pull({ url: `${storage.address}/files/a.csv` }, ['127.0.0.1'])).toMatchObject({ objects: 1 });
  });
});
