import { addCalendarDays, daysBetween } from '@tocsin/calendar';
import { ScanRule } from '@tocsin/contracts';
import { drawPoisson, seededUniform } from '@tocsin/stats';
import type { DayCounts } from '@tocsin/warehouse';
import { describe, expect, it } from 'vitest';
import type { KnownEvent } from '../../circumstances/known-events.ts';
import type { Part } from '../../circumstances/same-part.ts';
import type { Coverage } from '../covered-days.ts';
import { liftOf, dispersionOf } from './baselines.ts';
import { questionOf } from './rule-scans.ts';
import { type ScanFigures, daysNeeded, scanPlaces } from './scan-places.ts';

const FIRST = '2025-06-02';
/** The newest bucket, a Monday; two weeks before it nothing is planted. */
const BUCKET = '2026-11-16';
const SINCE = '2026-11-09';
const EAST = ['110000', '120000', '130000', '370000', '320000', '340000', '330000', '310000', '650000', '460000'];

type Mean = (code: string, day: string) => number;
const covered: Coverage = { company: [], byRegion: new Map(), wholeUntil: undefined };

const rule = (more: object = {}) =>
  ScanRule.parse({
    ...{ kind: 'scan', id: 'tried', version: 1, label: { zh: '试', en: 'Tried' }, over: 'regions', simulations: 199 },
    ...more,
  });

function scanned(
  mean: Mean,
  {
    codes = EAST,
    coverage = covered,
    exposure,
    events = [],
    ...more
  }: Partial<ScanFigures> & { codes?: readonly string[] } & Record<string, unknown> = {},
) {
  const question = questionOf(rule(more), BUCKET);
  const days = daysNeeded(question, FIRST);
  const chance = seededUniform(11);
  const rows = codes.map((code): DayCounts => {
    const counts = Array.from({ length: daysBetween(days.from, days.until) }, (_, at) => {
      const day = addCalendarDays(days.from, at);
      const isMissing = coverage.company.some((gap) => gap.from <= day && day < gap.until);
      return isMissing ? 0 : drawPoisson(mean(code, day), chance);
    });
    const known = counts.flatMap((count, at) => (count > 0 ? [at] : []));
    return { codes: [code], days: known, counts: known.map((at) => counts[at] ?? 0) };
  });
  return scanPlaces(question, { rows, days, firstDay: FIRST, coverage, holidays: {}, exposure, events });
}

/** Two a day everywhere; in some places more since a week before the newest bucket. */
const raised =
  (places: readonly string[], by: number): Mean =>
  (code, day) =>
    places.includes(code) && day >= SINCE ? 2 * by : 2;

const codesOf = ({ clusters }: Awaited<ReturnType<typeof scanned>>) =>
  clusters.map(({ members }) => members.map(({ code }) => code).sort());

describe('a scan of regions against their history', () => {
  it('finds neighbours that rose together, since when, and how much', async () => {
    const scan = await scanned(raised(['320000', '340000'], 3));
    expect(codesOf(scan)).toEqual([['320000', '340000']]);
    const [cluster] = scan.clusters;
    expect(cluster).toMatchObject({ from: SINCE, until: '2026-11-23', pValue: 1 / 200 });
    expect(cluster!.expected).toBeGreaterThan(45); // 2 regions × 14 days × 2 a day = 56
    expect(cluster!.expected).toBeLessThan(68);
    expect(cluster!.relativeRisk).toBeGreaterThan(2.3);
    expect(cluster!.relativeRisk).toBeLessThan(3.8);
    expect(cluster!.observed).toBe(cluster!.members.reduce((sum, { observed }) => sum + observed, 0));
    expect(cluster!.upper).toBeLessThan(cluster!.observed);
    expect(cluster!.upper).toBeGreaterThan(cluster!.expected);
  });

  it('gives the same p again, and another for another seed', async () => {
    const mild = raised(['320000', '340000'], 1.5);
    const [one, same] = [
      await scanned(mild, { limit: { alpha: 0.4 } }),
      await scanned(mild, { limit: { alpha: 0.4 } }),
    ];
    expect(same.clusters).toEqual(one.clusters);
    expect(one.lowestP).toBe(same.lowestP);
    const other = await scanned(mild, { limit: { alpha: 0.4 }, seed: 2, simulations: 499 });
    expect(other.clusters[0]?.score).toBeCloseTo(one.clusters[0]?.score ?? NaN, 9);
    expect(other.lowestP).not.toBe(one.lowestP);
  });

  it('answers for a smaller chance from the same maps as if it had been asked for it', async () => {
    const two: Mean = (code, day) => (day < SINCE ? 2 : code === '650000' ? 4 : code === '320000' ? 6 : 2);
    const loose = await scanned(two, { limit: { alpha: 0.4 } });
    const strict = await scanned(two, { limit: { alpha: 0.01 } });
    expect(loose.clusters.length).toBeGreaterThan(strict.clusters.length);
    expect(loose.under(0.01).clusters).toEqual(strict.clusters);
    expect(strict.clusters[0]?.upper).toBeGreaterThan(loose.clusters[0]?.upper ?? Infinity);
    expect(loose.under(0.01).newestOf(['650000'])).toEqual(strict.newestOf(['650000']));
  });

  it('finds none where nothing happened, and none of a rise everywhere alike', async () => {
    const quiet = await scanned(raised([], 1));
    expect(quiet).toMatchObject({ cannot: null, clusters: [], places: 10 });
    expect(quiet.lowestP).toBeGreaterThan(0.02);
    const everywhere = await scanned(raised(EAST, 2.5));
    expect(everywhere.clusters).toEqual([]);
  });

  it('looks only at what came after a gap and the bucket that followed it, and says so where nothing is left', async () => {
    const company = (from: string, until: string) => ({ coverage: { ...covered, company: [{ from, until }] } });
    const scan = await scanned(raised(['320000'], 4), company('2026-10-28', '2026-10-30'));
    expect(scan.periods.map(({ from }) => from)).toEqual(['2026-11-09', '2026-11-16']);
    expect(codesOf(scan)).toEqual([['320000']]);
    const held = await scanned(raised(['320000'], 4), company('2026-11-11', '2026-11-13'));
    expect(held).toMatchObject({ cannot: 'missing-data', clusters: [] });
  });

  it('leaves out a region that did not report, and one that is no place', async () => {
    const byRegion = new Map([['320000', [{ from: '2026-11-16', until: '2026-11-20' }]]]);
    const scan = await scanned(raised(['320000', '340000'], 3), {
      coverage: { ...covered, byRegion },
      codes: [...EAST, '', '999999'],
    });
    expect(scan.leftOut).toEqual([
      { code: '320000', reason: 'missing-data' },
      { code: '', reason: 'unknown-place' },
      { code: '999999', reason: 'unknown-place' },
    ]);
    expect(codesOf(scan)).toEqual([['340000']]);
  });
});

describe('a scan of places of which it is known what happened to them', () => {
  const label = { zh: '台风', en: 'Typhoon' };
  /** Ten weeks of last year, in the season of the windows: twenty times as many in Anhui. */
  const STORM = { from: '2025-10-06', until: '2025-12-15' };
  const storm = (day: string) => STORM.from <= day && day < STORM.until;
  const stormy =
    (by: number, places = ['340000']): Mean =>
    (code, day) =>
      places.includes(code) && storm(day) ? 40 : code === '340000' && day >= SINCE ? 2 * by : 2;
  const typhoon = (part: Part = { region: '340000' }) => [{ ...STORM, label, part }];

  it('expects of a place what is usual there: a catastrophe of last year hides no cluster', async () => {
    expect((await scanned(stormy(2.5))).clusters).toEqual([]);
    const [cluster, ...others] = (await scanned(stormy(2.5), { events: typhoon() })).clusters;
    expect(others).toEqual([]);
    expect(cluster!.members.map(({ code }) => code)).toEqual(['340000']);
    expect(cluster!.expected).toBeGreaterThan(22); // 14 days × 2 a day = 28
    expect(cluster!.expected).toBeLessThan(35);
    // What happens now is no part of what was learned, and left out of nothing.
    const now = { from: SINCE, until: addCalendarDays(SINCE, 3), label: { zh: '暴雨', en: 'Rainstorm' } };
    const [besides] = (await scanned(stormy(2.5), { events: [...typhoon(), { ...now, part: { region: '340000' } }] }))
      .clusters;
    expect(besides!.baseline).toEqual(cluster!.baseline);
    expect(cluster!.baseline).toEqual({
      zh: '基线未计入已知事件「台风」的 70 天',
      en: '70 days of known events (Typhoon) were left out of the baseline',
    });
  });

  it('expects of other places what it would have without the catastrophe', async () => {
    const calm = await scanned(raised(['110000'], 4));
    const after = await scanned((code, day) => (code === '110000' && day >= SINCE ? 8 : stormy(1)(code, day)), {
      events: typhoon(),
    });
    expect(codesOf(after)).toEqual([['110000']]);
    expect(after.clusters[0]!.expected / calm.clusters[0]!.expected).toBeCloseTo(1, 1);
    expect(after.clusters[0]!.baseline).toBeNull();
  });

  it.each<[Part, string]>([
    [{ region: '650000' }, 'another region'],
    [{ organisation: 'hq.ah' }, 'what shares no dimension'],
  ])('learns from days of an event at %j as from any (%s)', async (part, _) => {
    const expected = async (events: KnownEvent[]) => {
      const { clusters } = await scanned(stormy(20), { events });
      expect(clusters[0]).toMatchObject({ members: [{ code: '340000' }], baseline: null });
      return clusters[0]!.expected;
    };
    // Thrice what is usual there, or more.
    expect(await expected([])).toBeGreaterThan(85);
    expect(await expected(typhoon(part))).toBeGreaterThan(85);
  });

  it('leaves days of the whole company out of all places alike', async () => {
    const everywhere = stormy(4, EAST);
    const [cluster] = (await scanned(everywhere, { events: typhoon({}) })).clusters;
    expect(cluster!.members.map(({ code }) => code)).toEqual(['340000']);
    expect(cluster!.expected).toBeLessThan(35);
    expect(cluster!.baseline!.zh).toContain('的 70 天');
  });

  it('judges a place by all of its history where too little is left, and says so', async () => {
    const long = [{ from: '2025-07-01', until: '2026-10-01', label, part: { region: '340000' } }];
    const [cluster] = (await scanned(raised(['340000', '320000'], 4), { events: long })).clusters;
    expect(cluster!.members.map(({ code }) => code).sort()).toEqual(['320000', '340000']);
    expect(cluster!.baseline!.zh).toBe('其中 1 处除去已知事件后历史不足, 改按全部历史判断');
    const all = [{ from: '2025-07-01', until: '2026-10-01', label, part: {} }];
    const [found] = (await scanned(raised(['340000'], 4), { events: all })).clusters;
    expect(found!.baseline!.en).toBe('without known events there is too little history: judged by all of it');
    const [plain] = (await scanned(raised(['340000'], 4))).clusters;
    expect(found!.expected).toBe(plain!.expected);
  });

  it('takes the events of a region for those of its cities', async () => {
    const codes = ['340100', '340200', '320100', '320200', '330100', '330300', '650100', '460100', '110105'];
    const mean: Mean = (code, day) =>
      code === '340100' && storm(day) ? 40 : code === '340100' && day >= SINCE ? 6 : 2;
    const events = typhoon();
    const [cluster] = (await scanned(mean, { codes, over: 'cities', events })).clusters;
    expect(cluster!.members.map(({ code }) => code)).toEqual(['340100']);
    expect(cluster!.baseline!.zh).toContain('「台风」的 70 天');
  });
});

describe('a scan against exposure', () => {
  const shares = (more: Record<string, number> = {}) => new Map(EAST.map((code) => [code, more[code] ?? 100]));

  it('takes for a cluster what is out of proportion to the business, and only that', async () => {
    const scan = await scanned(raised(EAST, 1), { exposure: shares({ '650000': 20 }) });
    expect(codesOf(scan)).toEqual([['650000']]);
    expect((await scanned(raised(EAST, 1), { exposure: shares() })).clusters).toEqual([]);
  });

  it('leaves out whose business is not known', async () => {
    const exposure = shares();
    exposure.delete('460000');
    expect((await scanned(raised([], 1), { exposure })).leftOut).toEqual([{ code: '460000', reason: 'no-exposure' }]);
    expect(await scanned(raised([], 1), { exposure: new Map() })).toMatchObject({ cannot: 'no-exposure', places: 0 });
  });
});

describe('other places', () => {
  it('organisations: a node with all under it', async () => {
    const codes = ['hq.ah.01', 'hq.ah.02', 'hq.js.01', 'hq.js.02', 'hq.zj.01', 'hq.zj.02'];
    const scan = await scanned(raised(['hq.ah.01', 'hq.ah.02'], 3), { codes, over: 'organisations' });
    expect(codesOf(scan)).toEqual([['hq.ah.01', 'hq.ah.02']]);
  });

  it('cities: one alone, or all of regions that lie together', async () => {
    const codes = ['340100', '340200', '340300', '320100', '320200', '330100', '330300', '650100', '460100', '110105'];
    const over = { codes, over: 'cities' } as const;
    expect(codesOf(await scanned(raised(['340200'], 4), over))).toEqual([['340200']]);
    expect(codesOf(await scanned(raised(['340100', '340200', '340300'], 3), over))).toEqual([
      ['340100', '340200', '340300'],
    ]);
  });

  it('fewer than two places, or less than a year of history: nothing can be said', async () => {
    expect(await scanned(raised([], 1), { codes: ['110000'] })).toMatchObject({ cannot: 'too-few-places' });
    const young: Mean = (_, day) => (day < '2026-05-01' ? 0 : 2);
    expect((await scanned(young)).cannot).toBe('too-little-history');
  });
});

describe('what places are held against', () => {
  it('rises with places of the middle, weighted by what is expected, never falls', () => {
    expect(liftOf([30, 20, 10], [10, 10, 10])).toBeCloseTo(2, 12);
    // Of 50 expected, the middle half are those from 12.5 to 37.5: 7.5 at a ratio of 1, 17.5 at one of 3.
    expect(liftOf([90, 10, 10], [30, 10, 10])).toBeCloseTo((7.5 + 3 * 17.5) / 25, 12);
    expect(liftOf([500, 10, 10, 10, 10], [10, 10, 10, 10, 10])).toBe(1);
    expect(liftOf([1, 2, 3], [10, 10, 10])).toBe(1);
  });

  it('strays as far as earlier periods did, at least by chance', () => {
    const places = (count: number) =>
      Array.from({ length: 25 }, (_, i) => ({ count: i % 2 === 0 ? 100 - count : 100 + count, mean: 100 }));
    expect(dispersionOf([places(0)])).toBe(1);
    // Medians of 100 ± 20: nothing is lifted but by the places above; squared misses of 0 and 1600/120.
    expect(dispersionOf([places(30), places(30)])).toBeGreaterThan(3);
    expect(dispersionOf([places(30).slice(0, 5)])).toBeUndefined();
  });
});
