import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { addCalendarDays, weekday } from '@tocsin/calendar';
import { shippedRules } from '@tocsin/alerting';
import type { Channel, Delivery, Message } from '@tocsin/channels';
import type { FeedMessage, IsoDay } from '@tocsin/contracts';
import { type Engine, startEngine } from '@tocsin/engine';
import {
  type Warehouse,
  alertEventsSince,
  applyBatch,
  dirtyMonths,
  insertVersions,
  noticesSince,
  openWarehouse,
  rollUp,
  saveRule,
  signals,
  tabSeparated,
  versionColumns,
  wholeCompany,
} from '@tocsin/warehouse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { AlertStage } from './alert/alert.stage.ts';
import { type Config, loadConfig } from './config.ts';
import { DetectStage } from './detect/detect.stage.ts';
import { NotifyStage } from './notify/notify.stage.ts';
import type { StageContext } from './pipeline/stage.ts';
import { DataVersion } from './present/data-version.ts';
import { Feed } from './present/feed/feed.ts';
import { Trees } from './reference/trees.ts';

const FIRST = '2025-09-01'; // a Monday
const at = (local: string) => new Date(`${local.replace(' ', 'T')}:00+08:00`);

let engine: Engine;
let directory = '';
let now = at('2026-06-10 09:00'); // a Wednesday
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tocsin-warnings-'));
  engine = await startEngine({ directory });
});
afterAll(async () => {
  await engine.stop();
  await rm(directory, { recursive: true, force: true });
});

async function database(name: string): Promise<Warehouse> {
  const { url, username, password } = engine;
  const zone = { timeZone: 'Asia/Shanghai', now: () => now };
  const warehouse = await openWarehouse({ url, username, password, database: name, ...zone });
  for (const rule of shippedRules()) await saveRule(warehouse, rule, now, 'tocsin');
  return warehouse;
}

interface Cell {
  readonly day: IsoDay;
  readonly region: string;
  readonly line: string;
  readonly product: string;
  readonly count: number;
}

/** So many complaints on each workday in each of four regions and two lines; weekends are closed. */
function* ordinary(from: IsoDay, until: IsoDay, except: (day: IsoDay, region: string) => boolean = () => false) {
  for (let day = from; day < until; day = addCalendarDays(day, 1)) {
    if (weekday(day) > 5) continue;
    for (const [i, region] of ['340000', '370000', '440000', '220000'].entries()) {
      if (except(day, region)) continue;
      // 3 to 5 a day without chance: the spec knows every figure
      const wobble = (Number(day.slice(8)) * 7 + Number(day.slice(5, 7)) * 3 + i) % 3;
      yield { day, region, line: 'property.motor', product: 'MOT01', count: 3 + wobble };
      yield { day, region, line: 'life.traditional', product: 'TRA01', count: 3 + ((wobble + 1) % 3) };
    }
  }
}

let batches = 0;
/** Brings complaints in as ingest would, and rolls their months up. */
async function bringIn(warehouse: Warehouse, cells: Iterable<Cell>): Promise<void> {
  const batch = `b${(batches += 1)}`;
  const text: string[] = [];
  for (const { day, count, ...rest } of cells) {
    const seconds = at(`${day} 09:00`).getTime() / 1000;
    for (let i = 0; i < count; i += 1) {
      const row: Record<string, string | number> = {
        ...{ complaint_id: `${batch}-${text.length}`, batch_id: batch, row_number: text.length + 1, version: 1 },
        ...{ kind: 'complaint', source: 'self', status: 'open', group_size: 1, report_region: rest.region, ...rest },
        ...{ organisation: `${rest.region}.01`, reason: 'claim.delay', link: 'claim', sales_channel: 'agent' },
        ...{ intake_channel: 'phone', received_at: seconds, arrived_at: seconds },
      };
      text.push(tabSeparated(versionColumns.map(({ name, type }) => row[name] ?? emptyOf(type))));
    }
  }
  await insertVersions(warehouse, () => Readable.from([Buffer.from(text.join(''))]), 'TabSeparated');
  await applyBatch(warehouse, batch);
  await rollUp(warehouse, await warehouse.rows(dirtyMonths()));
}

const emptyOf = (type: string) =>
  type.startsWith('Nullable') ? null : type.startsWith('Array') ? [] : type.includes('String') ? '' : 0;

/** The three stages on one warehouse, with a channel that keeps what it is given. */
function stagesOn(warehouse: Warehouse, deliver: () => Delivery = () => ({ kind: 'delivered' })) {
  const config: Config = { ...loadConfig({}), publicUrl: 'https://tocsin.example' };
  const mails: { recipient: string; messages: readonly Message[]; id: string }[] = [];
  const pages: z.infer<typeof FeedMessage>[] = [];
  const feed = new Feed();
  feed.items.subscribe((item) => item.kind === 'alert' && pages.push(item.message));
  const channel: Channel = {
    name: 'email',
    send: async (recipient, messages, id) => {
      mails.push({ recipient, messages, id });
      return Promise.resolve(deliver());
    },
    close: () => Promise.resolve(),
  };
  const audiences = [{ channel, recipients: ['risk@example.org'] }];
  const trees = new Trees(warehouse, { now: () => now }, new DataVersion(warehouse));
  const stages = [
    new DetectStage(warehouse, trees),
    new AlertStage(warehouse, trees),
    new NotifyStage(warehouse, config, audiences, feed),
  ];
  const run = async (more: Partial<StageContext> = {}) => {
    const reports = [];
    for (const stage of stages) reports.push(await stage.run({ now, trigger: 'manual', ...more }));
    return reports.map(({ wrote }) => wrote);
  };
  return { run, mails, pages };
}

const events = (warehouse: Warehouse) =>
  warehouse.rows(alertEventsSince({ since: at('2025-01-01 00:00'), scope: wholeCompany }));
const notices = (warehouse: Warehouse) => warehouse.rows(noticesSince({ since: at('2025-01-01 00:00') }));
const allSignals = (warehouse: Warehouse) => warehouse.rows(signals({ from: FIRST, until: '2027-01-01' }));
const everything = async (warehouse: Warehouse) =>
  Promise.all([allSignals(warehouse), events(warehouse), notices(warehouse)]);

const STORM = { region: '340000', line: 'property.motor', product: 'MOT02' };

describe('from figures to people', () => {
  let warehouse: Warehouse;
  let stages: ReturnType<typeof stagesOn>;
  const ofStorm = async () =>
    (await events(warehouse)).filter(
      ({ ruleId, seriesKey }) => ruleId === 'region-line-week' && seriesKey === 'region=340000|line=property.motor',
    );

  beforeAll(async () => {
    warehouse = await database('flow');
    stages = stagesOn(warehouse);
    await bringIn(warehouse, ordinary(FIRST, '2026-06-10'));
  });
  afterAll(() => warehouse.close());

  it('an ordinary year warns of nothing', async () => {
    const [written, opened] = await stages.run();
    expect(written).toBeGreaterThan(100);
    expect(opened).toBe(0);
    expect(await events(warehouse)).toEqual([]);
  });

  it('a storm in the week that still runs opens a warning at once, with what explains it', async () => {
    await bringIn(warehouse, [{ day: '2026-06-09', ...STORM, count: 70 }]);
    await stages.run();
    const [opened, ...rest] = await ofStorm();
    expect(rest).toEqual([]);
    expect(opened).toMatchObject({
      kind: 'opened',
      seq: 1,
      level: 'red',
      state: 'open',
      at: now.toISOString(),
      bucket: '2026-06-08',
      firstBucket: '2026-06-08',
      slice: { region: '340000', line: 'property.motor' },
      headline: { zh: expect.stringMatching(/^安徽 · 车险：6月8日当周 \d+ 件, 预期 20, /) as string },
    });
    const products = opened!.contributors.filter(({ dimension }) => dimension === 'product');
    expect(products[0]).toMatchObject({ code: 'MOT02', observed: 70, expected: 0, excess: 70 });
    expect(products[0]!.share).toBeGreaterThan(0.9);
  });

  it('people are told once: open pages of each event, by mail in one message', async () => {
    expect(stages.pages.length).toBeGreaterThan(0);
    expect(stages.mails).toHaveLength(1);
    const [mail] = stages.mails;
    expect(mail!.messages.map(({ alert }) => alert.id)).toContain((await ofStorm())[0]!.alertId);
    expect(mail!.messages[0]!.link).toMatch(/^https:\/\/tocsin\.example\/warnings\/[0-9a-f]{20}$/);
    expect((await notices(warehouse)).map(({ state }) => state)).toEqual(stages.pages.flatMap(() => ['sent', 'sent']));
  });

  it('running again changes nothing; a restart looks further back at what it finds new, and warns of nothing more', async () => {
    const before = await everything(warehouse);
    expect(await stages.run()).toEqual([0, 0, 0]);
    const restarted = stagesOn(warehouse);
    expect((await restarted.run({ now: new Date(now.getTime() + 60_000) })).slice(1)).toEqual([0, 0]);
    expect(await stagesOn(warehouse).run({ now: new Date(now.getTime() + 120_000) })).toEqual([0, 0, 0]);
    expect((await restarted.run({ since: '2026-04-01' })).slice(1)).toEqual([0, 0]);
    expect((await everything(warehouse)).slice(1)).toEqual(before.slice(1));
    expect([restarted.mails, restarted.pages]).toEqual([[], []]);
  });

  it('days without any data neither resolve it nor raise another', async () => {
    now = at('2026-06-24 09:00');
    const opened = (await events(warehouse)).length;
    await stages.run();
    expect(await events(warehouse)).toHaveLength(opened);
    const week = (await allSignals(warehouse)).filter(
      ({ bucket, ruleId }) => bucket === '2026-06-15' && ruleId === 'region-week',
    );
    expect(new Set(week.map(({ verdict }) => verdict))).toEqual(new Set(['no-data']));
  });

  it('calm weeks lower it level by level and end it; the mail tells of the end alone', async () => {
    await bringIn(warehouse, ordinary('2026-06-10', '2026-08-19'));
    now = at('2026-08-19 09:00');
    const mailed = stages.mails.length;
    await stages.run();
    const kinds = (await ofStorm()).map(({ kind, level }) => `${kind} ${level}`);
    expect(kinds).toEqual(['opened red', 'lowered orange', 'lowered yellow', 'lowered blue', 'resolved blue']);
    const told = stages.mails.slice(mailed).flatMap(({ messages }) => messages.map(({ event }) => event.kind));
    expect(new Set(told)).toEqual(new Set(['resolved']));
  });
});

describe('looking back over history', () => {
  it('finds what a year would have warned of, dates it then, and disturbs nobody', async () => {
    now = at('2026-06-10 09:00');
    const warehouse = await database('history');
    await bringIn(warehouse, [
      ...ordinary(FIRST, '2026-06-10'),
      { day: '2026-04-14', ...STORM, count: 40 },
      { day: '2026-04-15', ...STORM, count: 40 },
    ]);
    const stages = stagesOn(warehouse);
    await stages.run({ since: '2026-03-01' });
    const storm = (await events(warehouse)).filter(({ ruleId }) => ruleId === 'region-line-week');
    expect(storm.map(({ kind, at: when }) => `${kind} ${when}`)).toEqual([
      'opened 2026-04-19T16:00:00.000Z', // Monday 20 April, midnight in Shanghai
      'lowered 2026-05-03T16:00:00.000Z',
      'lowered 2026-05-17T16:00:00.000Z',
      'lowered 2026-05-31T16:00:00.000Z',
    ]);
    expect([stages.mails, stages.pages]).toEqual([[], []]);
    const kept = await notices(warehouse);
    expect(kept.length).toBeGreaterThan(0);
    expect(new Set(kept.map(({ state, error }) => `${state} ${error}`))).toEqual(new Set(['suppressed history']));

    const before = await everything(warehouse);
    expect(await stagesOn(warehouse).run({ since: '2026-03-01' })).toEqual([0, 0, 0]);
    expect(await everything(warehouse)).toEqual(before);
    await warehouse.close();
  });
});

describe('a mail server that is away', () => {
  it('is tried again later, and people are told once it is back', async () => {
    now = at('2026-06-10 09:00');
    const warehouse = await database('mail');
    await bringIn(warehouse, [...ordinary(FIRST, '2026-06-10'), { day: '2026-06-09', ...STORM, count: 70 }]);
    let delivery: Delivery = { kind: 'failed', reason: 'unreachable', retry: true, detail: 'connection refused' };
    const { run, mails } = stagesOn(warehouse, () => delivery);
    const mailNotices = async () => (await notices(warehouse)).filter(({ channel }) => channel === 'email');

    await run();
    expect(mails).toHaveLength(1);
    for (const notice of await mailNotices()) {
      expect(notice).toMatchObject({ state: 'pending', attempts: 1, error: 'unreachable: connection refused' });
      expect(notice.nextAt).toBe(new Date(now.getTime() + 60_000).toISOString());
    }
    await run({ now: new Date(now.getTime() + 30_000) });
    expect(mails).toHaveLength(1);

    delivery = { kind: 'delivered' };
    await run({ now: new Date(now.getTime() + 61_000) });
    expect(mails).toHaveLength(2);
    expect(mails[1]!.id).toBe(mails[0]!.id);
    expect(new Set((await mailNotices()).map(({ state, attempts }) => `${state} ${attempts}`))).toEqual(
      new Set(['sent 2']),
    );
    await warehouse.close();
  });
});
