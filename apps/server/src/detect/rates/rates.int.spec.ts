import { addCalendarDays, addMonths, weekday } from '@tocsin/calendar';
import { setTimeout as sleep } from 'node:timers/promises';
import type {
  Alert,
  Backtest,
  GetAlertReply,
  GetIndicatorsReply,
  ListAlertsReply,
  PreviewRuleReply,
  SeriesRuleInput,
} from '@tocsin/contracts';
import { type Signal, type Warehouse, signals } from '@tocsin/warehouse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AsOfCounts } from '../../backtest/as-of-counts.ts';
import { asOfRates } from '../../backtest/as-of-rates.ts';
import { AsOfTables } from '../../backtest/as-of-tables.ts';
import { dayIn } from '../../clock.ts';
import { type PlainRow, canonicalCsv } from '../../testing/plain-rows.ts';
import { type TestServer, startTestServer } from '../../testing/start-test-server.ts';
import { WAREHOUSE } from '../../tokens.ts';
import type { RatesAsked } from './rate-family.ts';
import { ratesNow } from './rates-now.ts';
import { readMedians } from './sector-medians.ts';

const FIRST = '2025-01-01';
const TODAY = '2026-11-22';
const DAY_MS = 86_400_000;
const branches = { 'hq.ah': '340000', 'hq.gd': '440000' } as const;
type Branch = keyof typeof branches;

let number = 0;
const one = (day: string, source: PlainRow['source'], organisation: Branch): PlainRow => ({
  ...{ complaint_id: `c${(number += 1)}`, day, source, region: branches[organisation] },
  ...{ organisation, line: 'property.motor' },
});

/** Every workday each branch has one of its own; the regulator forwards six a month to Anhui and two to Guangdong. */
function* months(from: string, until: string, forwarded: Record<Branch, number>): Generator<PlainRow> {
  for (let day = from; day < until; day = addCalendarDays(day, 1))
    if (weekday(day) <= 5) yield* [one(day, 'self', 'hq.ah'), one(day, 'self', 'hq.gd')];
  for (let month = from; month < until; month = addMonths(month, 1))
    for (const branch of ['hq.ah', 'hq.gd'] as const)
      for (let i = 0; i < forwarded[branch]; i += 1) yield one(addCalendarDays(month, i % 28), 'regulator', branch);
}
const USUAL = { 'hq.ah': 6, 'hq.gd': 2 };

const name = (zh: string) => ({ label: { zh, en: zh } });
const limit: SeriesRuleInput = {
  ...{
    id: 'rate-limit',
    ...name('亿元保费投诉量上限'),
    measure: 'per_100m_premium',
    grain: 'month',
    minCount: 5,
    version: 1,
  },
  detector: { name: 'threshold', atLeast: 10, level: 'orange' },
};
const rise: SeriesRuleInput = {
  ...{ id: 'rate-rise', ...name('机构亿元保费投诉量环比'), measure: 'per_100m_premium', grain: 'month', version: 1 },
  split: [{ dimension: 'organisation', level: 2 }],
  detector: { name: 'change', against: 'previous', factor: 3, fewestBefore: 5, level: 'yellow' },
  hysteresis: { calmPeriods: 1 },
};
const peer: SeriesRuleInput = {
  ...{ id: 'rate-peer', ...name('高于行业中位数'), measure: 'per_100m_premium', grain: 'quarter', version: 1 },
  detector: { name: 'peer-median', sector: 'property', factor: 1.2, level: 'orange' },
};

let server: TestServer;
let warehouse: Warehouse;

const headers = () => ({ authorization: `Bearer ${server.localToken}`, 'content-type': 'text/csv' });
async function bringIn(rows: Iterable<PlainRow>): Promise<void> {
  const payload = canonicalCsv([...rows]);
  await server.json({ method: 'POST', url: '/api/v1/imports?wait=true', headers: headers(), payload });
}
const table = (which: string, ...lines: string[]) =>
  server.json({
    method: 'POST',
    url: `/api/v1/reference/${which}`,
    headers: headers(),
    payload: `${lines.join('\n')}\n`,
  });
/** A hundred million yuan of premium for each branch, in each of the months. */
const premium = (all: readonly string[], amount = 100_000_000) =>
  table(
    'exposure',
    'month,region,organisation,line,premium',
    ...all.flatMap((month) =>
      Object.entries(branches).map(
        ([code, region]) => `${month.slice(0, 7)},${region},${code},property.motor,${amount}`,
      ),
    ),
  );
const since = (from: string, count: number) => Array.from({ length: count }, (_, i) => addMonths(from, i));
const keep = ({ version: _, ...rule }: SeriesRuleInput) =>
  server.json({ method: 'PUT', url: `/api/v1/rules/${rule.id}`, payload: { rule } });

async function warnings(ruleId: string, state = 'open', as = {}): Promise<Alert[]> {
  const url = `/api/v1/alerts?state=${state}&rule=${ruleId}&limit=500`;
  const { alerts, total } = await server.json<ListAlertsReply>({ method: 'GET', url, ...as });
  expect(new Set(alerts.map((alert) => alert.ruleId)).size).toBeLessThanOrEqual(1); // the filter keeps one rule's
  expect(total).toBe(alerts.length);
  return alerts;
}
const detailOf = ({ id }: Alert) => server.json<GetAlertReply>({ method: 'GET', url: `/api/v1/alerts/${id}` });
const signalsOf = (ruleId: string): Promise<Signal[]> =>
  warehouse.rows(signals({ from: FIRST, until: '2028-01-01', ruleId }));
const signalOf = async (ruleId: string, bucket: string, seriesKey = 'all') =>
  (await signalsOf(ruleId)).findLast((one) => one.bucket === bucket && one.seriesKey === seriesKey);
/** What the pages show for the same days and slice. */
async function indicator(from: string, until: string, more = ''): Promise<number | null> {
  const url = `/api/v1/indicators?measure=per_100m_premium&from=${from}&until=${until}${more}`;
  const { indicators } = await server.json<GetIndicatorsReply>({ method: 'GET', url });
  return indicators[0]?.value ?? null;
}

beforeAll(async () => {
  server = await startTestServer({}, `${TODAY}T08:00:00Z`);
  warehouse = server.app.get<Warehouse>(WAREHOUSE);
  await bringIn(months(FIRST, '2026-10-01', USUAL));
  await bringIn(months('2026-10-01', '2026-11-01', { 'hq.ah': 28, 'hq.gd': 2 }));
  await bringIn(months('2026-11-01', TODAY, USUAL));
  await premium(since(FIRST, 21)); // up to September
  for (const rule of [limit, rise, peer]) await keep(rule);
  await server.pipeline.run();
}, 120_000);
afterAll(() => server.stop());

describe('while the exposure of October is missing', () => {
  it('October is not judged, and says why; it is not zero', async () => {
    expect(await warnings('rate-limit')).toEqual([]);
    const found = await signalOf('rate-limit', '2026-10-01');
    expect(found).toMatchObject({ verdict: 'no-data', observed: null, level: '' });
    expect(found!.note!.zh).toBe('2026年10月 监管转办 30 件, 没有2026年10月的保费数据');
  });

  it('the month that runs is not judged at all', async () => {
    expect(await signalOf('rate-limit', '2026-11-01')).toBeUndefined();
  });

  it('earlier months are judged by the very figure that the pages show', async () => {
    const judged = await signalsOf('rate-limit');
    for (const [from, until] of [
      ['2026-09-01', '2026-10-01'],
      ['2026-02-01', '2026-03-01'],
    ] as const) {
      const found = judged.find(({ bucket }) => bucket === from);
      expect(found).toMatchObject({ verdict: 'normal', upper: 10 });
      expect(found!.observed).toBeCloseTo(4, 9); // 8 over 2 × 100 million
      expect(await indicator(from, until)).toBeCloseTo(found!.observed!, 9);
    }
    const anhui = await signalOf('rate-rise', '2026-09-01', 'organisation=hq.ah');
    expect(anhui!.observed).toBeCloseTo(6, 9);
    expect(await indicator('2026-09-01', '2026-10-01', '&organisation=hq.ah')).toBeCloseTo(6, 9);
  });

  it('a quarter without a published median is not judged, and says so', async () => {
    const found = await signalOf('rate-peer', '2026-07-01');
    expect(found).toMatchObject({ verdict: 'not-mature', level: '', expected: null });
    expect(found!.note!.zh).toContain('尚无财产险行业该季度公布的中位数');
    expect(found!.observed).toBeCloseTo((await indicator('2026-07-01', '2026-10-01'))!, 9);
  });
});

describe('once it has come', () => {
  beforeAll(async () => {
    server.clock.move(60_000);
    await premium(['2026-10-01']);
    await server.pipeline.run();
  });

  it('a warning opens, late and still news, and says what the rate is made of', async () => {
    const [found] = await warnings('rate-limit');
    expect(found).toMatchObject({ level: 'orange', observed: 15, firstBucket: '2026-10-01', grain: 'month' });
    expect(found).toMatchObject({ unit: 'per_100m_premium', ruleId: 'rate-limit' });
    expect(found!.openedAt).toBe(`${TODAY}T08:01:00.000Z`);
    expect(await indicator('2026-10-01', '2026-11-01')).toBeCloseTo(15, 9); // 30 over 2 × 100 million
    expect(found!.headline).toEqual({
      zh: '全公司：2026年10月 15.0 件/亿元（监管转办 30 件 ÷ 保费 2.00 亿元）, 达到设定的 10, 平时 4.00',
      en: 'Whole company: Oct 2026: 15.0 per 100M yuan (30 complaints forwarded by the regulator ÷ premium 2.00 × 100M yuan), at or above the limit of 10, usually 4.00',
    });
    const { events, notices } = await detailOf(found!);
    expect(events.map(({ kind }) => kind)).toEqual(['opened']);
    expect(notices.map(({ channel }) => channel)).toContain('feed');
  });

  it('its page has the rate month by month, with what it is made of; what is not known is absent', async () => {
    const [found] = await warnings('rate-limit');
    const { series, rate } = await detailOf(found!);
    expect(rate?.measure).toBe('per_100m_premium');
    expect(rate?.parts.at(-1)).toEqual({ at: '2026-10-01', cases: 30, exposure: 200_000_000 });
    const october = series.find(({ at }) => at === '2026-10-01');
    expect(october).toMatchObject({ observed: expect.closeTo(15, 9) as number, expected: 4, upper: 10 });
    expect(series.find(({ at }) => at === '2024-12-01')).toMatchObject({ observed: null }); // before the first data
    expect(series.find(({ at }) => at === '2026-11-01')).toMatchObject({ observed: null, complete: false });
  });

  it('a draft is tried on the same figures', async () => {
    const { id: _, version: __, ...draft } = { ...limit, detector: { ...limit.detector, atLeast: 5 } };
    const payload = { rule: { ...draft, id: 'tried' }, periods: 6 };
    const found = await server.json<PreviewRuleReply>({ method: 'POST', url: '/api/v1/rules/preview', payload });
    expect(found).toMatchObject({ from: '2026-05-01', until: '2026-11-01', total: 1, note: null });
    expect(found.firings).toMatchObject({ total: 1, byLevel: { orange: 1 } });
    expect(found.series[0]!.points.map(({ observed }) => observed)).toEqual([4, 4, 4, 4, 4, 15]);
  });

  it('of the branches only the one that rose has a warning', async () => {
    const found = await warnings('rate-rise');
    expect(found.map(({ slice }) => slice)).toEqual([{ organisation: 'hq.ah' }]);
    expect(found[0]).toMatchObject({ level: 'yellow', observed: 28, expected: 6 });
  });

  it('running again changes nothing', async () => {
    const before = (await signalsOf('rate-rise')).map(({ evaluatedAt }) => evaluatedAt);
    server.clock.move(60_000);
    await server.pipeline.run();
    expect((await signalsOf('rate-rise')).map(({ evaluatedAt }) => evaluatedAt)).toEqual(before);
  });

  it('a published median fires the rule that waited for it', async () => {
    server.clock.move(60_000);
    await table(
      'median',
      'period,region,sector,dimension,item,metric,value,unit',
      '2026Q3,全国,人身险,相对量,中位数,亿元保费投诉量中位数,9,件/亿元',
      '2026Q3,全国,财产险,相对量,中位数,亿元保费投诉量中位数,3.2,件/亿元',
    );
    await server.pipeline.run();
    const [found] = await warnings('rate-peer');
    expect(found).toMatchObject({ level: 'orange', observed: 4, expected: 3.2, upper: 3.84 }); // 3.2 × 1.2
    expect(found!.headline.zh).toContain('2026年3季度财产险行业中位数 3.20 的 1.25 倍');
  });
});

describe('a correction', () => {
  it('of the exposure is judged anew: the bucket is no excess any more', async () => {
    server.clock.move(60_000);
    await premium(['2026-10-01'], 400_000_000);
    await server.pipeline.run();
    const found = await signalOf('rate-limit', '2026-10-01');
    expect(found).toMatchObject({ verdict: 'normal', level: '' });
    expect(found!.observed).toBeCloseTo(30 / 8, 9);
    expect(await indicator('2026-10-01', '2026-11-01')).toBeCloseTo(30 / 8, 9);
  });

  it('calms: quiet months, each judged when its exposure comes, lower a warning and end one', async () => {
    const kinds = async (ruleId: string) => {
      const [found] = await warnings(ruleId, 'any');
      const { events } = await detailOf(found!);
      return events.toSorted((left, right) => left.seq - right.seq).map(({ kind, level }) => `${kind} ${level}`);
    };
    server.clock.move(10 * DAY_MS); // 2 December
    await bringIn(months(TODAY, '2026-12-01', { 'hq.ah': 0, 'hq.gd': 0 }));
    await premium(['2026-11-01']);
    await server.pipeline.run();
    expect(await kinds('rate-rise')).toEqual(['opened yellow', 'lowered blue']); // after one calm month, as it asks
    expect(await kinds('rate-limit')).toEqual(['opened orange']);
    server.clock.move(31 * DAY_MS); // 2 January
    await bringIn(months('2026-12-01', '2027-01-01', USUAL));
    await premium(['2026-12-01']);
    await server.pipeline.run();
    expect(await kinds('rate-rise')).toEqual(['opened yellow', 'lowered blue', 'resolved blue']);
    expect(await kinds('rate-limit')).toEqual(['opened orange', 'lowered yellow']); // after two, the default
  }, 240_000);
});

it('whoever sees one branch sees the warnings of that branch alone', async () => {
  const keyOf = async (organisation: string) => {
    const payload = { label: organisation, role: 'analyst', organisations: [organisation] };
    const { key } = await server.json<{ key: string }>({ method: 'POST', url: '/api/v1/keys', payload });
    return { headers: { authorization: `Bearer ${key}` } };
  };
  const [anhui, guangdong] = [await keyOf('hq.ah'), await keyOf('hq.gd')];
  expect(await warnings('rate-rise', 'any', anhui)).toHaveLength(1);
  expect(await warnings('rate-limit', 'any', anhui)).toEqual([]);
  expect(await warnings('rate-rise', 'any', guangdong)).toEqual([]);
});

it.each<Pick<RatesAsked, 'filter' | 'split'>>([
  { filter: { basis: 'regulator' }, split: [] },
  { filter: { basis: 'regulator' }, split: [{ dimension: 'organisation', level: 2 }, { dimension: 'line' }] },
  { filter: { basis: 'regulator', organisation: ['hq'], line: ['property'] }, split: [{ dimension: 'region' }] },
  { filter: { basis: 'regulator', organisation: ['!hq.ah'] }, split: [{ dimension: 'organisation' }] },
])('a back-test of this moment reads what is read now: %j', async (cut) => {
  const now = server.clock.now().getTime() / 1000;
  const today = dayIn('Asia/Shanghai', server.clock.now());
  const tables = await AsOfTables.read(warehouse, 0);
  const counts = new AsOfCounts(warehouse, { history: [], roundTo: 1 });
  const told = tables.told(now, today);
  counts.moveTo(now, told);
  const asked: RatesAsked = { measure: 'per_100m_premium', ...cut, from: FIRST, until: '2026-12-01' };
  const found = await asOfRates(asked, {
    ...{ counts, exposure: tables.business(now, today).told, translation: told.translation },
  });
  const byCodes = found.toSorted((one, other) => (one.codes.join(' ') < other.codes.join(' ') ? -1 : 1));
  expect(byCodes.length).toBeGreaterThan(0);
  expect(byCodes).toEqual(await ratesNow(warehouse, told.translation)(asked));
  expect(tables.medians(now)).toEqual(await readMedians(warehouse));
});

describe('a month of a known event', () => {
  const storm = {
    ...{ id: 'storm', label: { zh: '台风', en: 'Typhoon' }, from: '2026-11-05', until: '2026-11-20' },
    ...{ slice: { organisation: 'hq.ah' }, note: '' },
  };
  const december = () => signalOf('rate-rise', '2026-12-01', 'organisation=hq.ah');
  const know = async (...incidents: object[]) => {
    server.clock.move(3_600_000);
    await server.json({ method: 'PUT', url: '/api/v1/incidents', payload: { incidents } });
    await server.pipeline.run();
  };

  it('is nothing to hold the next one against: the month before it is, and the sentence says so', async () => {
    server.clock.move(60_000);
    await premium(['2026-10-01'], 2_000_000_000);
    await server.pipeline.run();
    expect(await december()).toMatchObject({ verdict: 'normal', observed: 6, expected: 6 });
    await know(storm);
    const found = await december();
    // 28 of October over twenty hundred million
    expect(found).toMatchObject({ verdict: 'excess', observed: 6, expected: 1.4 });
    expect(found!.note!.zh).toContain('为2026年10月 1.40 的 4.29 倍（3 倍起预警）, 原比较期属已知事件「台风」');
    const guangdong = await signalOf('rate-rise', '2026-12-01', 'organisation=hq.gd');
    expect(guangdong?.note?.zh ?? '').not.toContain('台风');
  });

  it('was not known to a back-test before it was told of', async () => {
    const payload = { rules: [{ id: 'rate-rise' }], from: '2026-11-01', until: '2027-01-03' };
    const made = await server.json<Backtest>({ method: 'POST', url: '/api/v1/backtests', payload });
    let test = made;
    for (; test.finishedAt === null; await sleep(20))
      test = await server.json<Backtest>({ url: `/api/v1/backtests/${made.id}` });
    const [warning, ...others] = test.outcomes[0]!.list;
    expect(others).toEqual([]);
    // The warning of October, which was over.
    const changes = warning!.changes.map(({ kind, at }) => `${kind} ${at}`);
    expect(changes.at(-1)).toBe(`reopened ${server.clock.now().toISOString()}`);
    expect(changes.filter((change) => change.startsWith('reopened'))).toHaveLength(1);
  }, 240_000);

  it('is one like any other again when that is taken back', async () => {
    await know();
    expect(await december()).toMatchObject({ verdict: 'normal', expected: 6 });
  });
});
