import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Alert, CanonicalRecord, MeasureId } from '@tocsin/contracts';
import { type LabelledEvent, createCompany, truthDimensions } from '@tocsin/synthetic';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Mail, openMailbox } from './mailbox.ts';
import { SetClock, WatchedServer } from './watched-server.ts';

const FROM = '2024-09-01';
const UNTIL = '2026-11-01';
/** The look back begins here: before it lies what the first points are compared with. */
const WATCHED_FROM = '2025-09-01';
const PERIOD = `from=${FROM}&until=${UNTIL}`;

const company = createCompany({ seed: 20, complaints: 40_000, from: FROM, until: UNTIL });
const truth = company.truth();
const clock = new SetClock('2026-11-01T01:00:00+08:00');

let directory: string;
let mailbox: { url: string; mails: Mail[]; close(): Promise<void> };
let server: WatchedServer;
let firstAlerts: Alert[];
let told: string[];
let mailedBefore: number;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'tocsin-flow-'));
  mailbox = await openMailbox();
  server = await WatchedServer.start(directory, clock, mailbox.url);
});

afterAll(async () => {
  await server.stop();
  await mailbox.close();
  rmSync(directory, { recursive: true, force: true });
});

describe('rows in, figures out', () => {
  it('takes in every version of every complaint, out of order, and settles on the newest', async () => {
    const lines = [...company.ndjsonLines({ histories: true })];
    const third = Math.ceil(lines.length / 3);
    const parts = [lines.slice(2 * third), lines.slice(0, third), lines.slice(third, 2 * third)];
    let accepted = 0;
    for (const [index, part] of parts.entries()) {
      const done = await server.import(part.join(''), 'application/x-ndjson', `part ${index}`);
      expect(done).toMatchObject({ state: 'done', read: part.length, rejected: 0, skipped: 0 });
      accepted += done.accepted;
    }
    expect(accepted).toBe(lines.length);
    await server.put('/api/v1/exposures', 'POST', company.exposureCsv());
  });

  it('shows the truth', () => expectTruth());
});

describe('warnings out', () => {
  it('finds the typhoon and the mis-sold product in the history, and explains them by the right slice', async () => {
    await server.run(WATCHED_FROM);
    firstAlerts = await server.alerts();
    for (const kind of ['typhoon', 'mis-sold', 'ring'] as const) await expectFound(kind);
  });

  it('is not crying wolf: fewer than four new warnings a week over all rules that judge; facts are no judgement', async () => {
    const judging = (await server.rules()).filter(({ rule }) => rule.kind === 'series').map(({ rule }) => rule.id);
    const judged = firstAlerts.filter(({ ruleId }) => judging.includes(ruleId));
    expect(judged.length).toBeGreaterThan(0);
    const weeks = (Date.parse(UNTIL) - Date.parse(WATCHED_FROM)) / (7 * 86_400_000);
    expect(judged.length / weeks).toBeLessThan(4);
  });

  it('records for every warning who was told, or why nobody was: the past is no news', async () => {
    const mailed = mailbox.mails.map(({ raw }) => raw).join('');
    for (const { id, changedAt } of firstAlerts) {
      const { notices } = await server.alert(id);
      expect(notices.length).toBeGreaterThan(0);
      if (changedAt < '2026-08-01') {
        for (const { state, error } of notices)
          expect({ state, error }).toEqual({ state: 'suppressed', error: expect.any(String) });
        expect(mailed).not.toContain(id);
      }
    }
    mailedBefore = mailbox.mails.length;
  });
});

describe('the same again', () => {
  it('recognises the same bytes, and the same rows in another format', async () => {
    const before = await server.import([...company.csvLines()].join(''), 'text/csv', 'newest');
    expect(before).toMatchObject({ added: 0, updated: 0, accepted: truth.rows });
    const again = await server.import([...company.csvLines()].join(''), 'text/csv', 'newest, again');
    expect(again.id).toBe(before.id);
  });

  it('shows the same figures, warnings and notices after it', async () => {
    await server.run(WATCHED_FROM);
    await expectTruth();
    expect(await server.alerts()).toEqual(firstAlerts);
  });
});

describe('a burst today', () => {
  const burst = Array.from({ length: 60 }, (_, index) => newComplaint(`BURST-${index}`, '540000'));

  it('raises a warning, tells it once on the page and once by e-mail', async () => {
    clock.set('2026-11-01T15:00:00+08:00');
    await server.import(ndjson(burst), 'application/x-ndjson', 'burst');
    await server.run();
    const fresh = (await server.alerts()).filter(({ id }) => !firstAlerts.some((known) => known.id === id));
    const tibet = fresh.filter(({ slice }) => slice.region === '540000');
    expect(tibet.length).toBeGreaterThan(0);
    told = mailbox.mails.map(({ raw }) => raw);
    expect(told.length).toBe(mailedBefore + 1);
    expect(new Set(mailbox.mails.flatMap(({ to }) => to))).toEqual(new Set(['risk@example.test']));
    for (const { id } of tibet) {
      const { notices, contributors } = await server.alert(id);
      expect(notices.filter(({ channel, state }) => channel === 'feed' && state === 'sent')).toHaveLength(1);
      expect(contributors.length).toBeGreaterThan(0);
    }
  });

  it('says nothing new when the pipeline runs again', async () => {
    await server.run();
    expect(mailbox.mails.map(({ raw }) => raw)).toEqual(told);
  });
});

describe('updates', () => {
  it('replace: a corrected region and day of receipt move the count, in every figure and no other', async () => {
    const moved = Array.from({ length: 60 }, (_, index) => ({
      ...newComplaint(`BURST-${index}`, '460000', '2026-10-20'),
      updated_at: '2026-11-01T14:30:00+08:00',
    }));
    const done = await server.import(ndjson(moved), 'application/x-ndjson', 'corrections');
    expect(done).toMatchObject({ added: 0, updated: 60 });
    const extra = { day: '2026-10-20', source: 'self', region: '460000', count: 60 };
    const points = await server.series('from=2026-10-01&until=2026-12-01&by=day&split=source');
    expect(sumAt(points, extra.day, extra.source)).toBe((truth.byDay.get('2026-10-20|self')?.complaints ?? 0) + 60);
    expect(points.filter(({ at }) => at >= UNTIL).every(({ value }) => !value)).toBe(true);
    const regions = await server.breakdown(`${PERIOD}&by=region&limit=1000`);
    const hainan = totalOf('region', '460000', 'complaints');
    expect(regions.find(({ code }) => code === '460000')?.value).toBe(hainan + 60);
    expect(regions.find(({ code }) => code === '540000')?.value ?? 0).toBe(totalOf('region', '540000', 'complaints'));
  });
});

/** Every sum by day and source, and by every dimension, equals what the generator counted while it made the rows. */
async function expectTruth(): Promise<void> {
  for (const measure of ['complaints', 'chasers', 'repeats', 'escalated', 'withdrawn'] as const) {
    const points = await server.series(`${PERIOD}&by=day&split=source&measure=${measure}`);
    const counted = points.filter(({ value }) => value).map(({ at, split, value }) => [`${at}|${split}`, value]);
    const expected = [...truth.byDay]
      .filter(([, sums]) => sums[measure] > 0)
      .map(([key, sums]) => [key, sums[measure]]);
    expect(new Map(counted as [string, number][]), measure).toEqual(new Map(expected as [string, number][]));
  }
  const closed = await server.series(`${PERIOD}&by=day&split=source&measure=closed`);
  const closings = [...truth.byClosedDay].filter(([key]) => key >= FROM && key < UNTIL);
  expect(new Map(closed.filter(({ value }) => value).map(({ at, split, value }) => [`${at}|${split}`, value]))).toEqual(
    new Map(closings.map(([key, sums]) => [key, sums.closed])),
  );
  for (const dimension of truthDimensions) {
    const rows = await server.breakdown(`${PERIOD}&by=${dimension}&limit=1000`);
    for (const { code, value } of rows)
      expect(value, `${dimension} ${code}`).toBe(totalOf(dimension, code, 'complaints'));
  }
}

function totalOf(dimension: (typeof truthDimensions)[number], code: string, measure: MeasureId & 'complaints'): number {
  let total = 0;
  for (const [key, sums] of truth.byMonth[dimension]) if (key.endsWith(`|${code}`)) total += sums[measure];
  return total;
}

/** A warning of the event's time whose slice, or whose leading contributor, is one of the event's own values. */
async function expectFound(kind: LabelledEvent['kind']): Promise<void> {
  const event = truth.events.find((one) => one.kind === kind);
  if (event === undefined) throw new Error(`the company has no ${kind}`);
  const inTime = firstAlerts.filter(
    ({ firstBucket, lastBucket }) => lastBucket >= event.from && firstBucket < event.until,
  );
  const hits = inTime.filter(({ slice }) =>
    Object.entries(slice).some(([dimension, code]) => valuesOf(event, dimension).some((value) => within(value, code))),
  );
  expect(
    hits.map(({ headline }) => headline.en),
    `${kind} ${JSON.stringify(event.slice)}`,
  ).not.toEqual([]);
}

const valuesOf = (event: LabelledEvent, dimension: string): readonly string[] =>
  event.slice[dimension as keyof LabelledEvent['slice']] ?? [];
/** Whether a warning's code is the event's value or an ancestor of it. */
const within = (value: string, code: string): boolean => value === code || value.startsWith(`${code}.`);

function newComplaint(id: string, region: string, day = '2026-11-01'): CanonicalRecord {
  return {
    complaint_id: id,
    received_at: `${day}T10:00:00+08:00`,
    source: 'self',
    region,
    line: 'property.motor',
    link: 'claim',
    reason: 'claim.delay',
    narrative: '客户反映理赔迟迟没有结果，要求尽快答复。',
  };
}

const ndjson = (rows: readonly CanonicalRecord[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

const sumAt = (points: readonly { at: string; split: string; value: number | null }[], day: string, split: string) =>
  points.filter((point) => point.at === day && point.split === split).reduce((sum, { value }) => sum + (value ?? 0), 0);
