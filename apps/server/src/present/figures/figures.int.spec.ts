import {
  type GetBreakdownReply,
  type GetHeatMapReply,
  type GetIndicatorsReply,
  type GetRankingReply,
  type GetSeriesReply,
  type ListMeasuresReply,
  atLevel,
  measureIds,
} from '@tocsin/contracts';
import { tableFromIPC } from 'apache-arrow';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalCsv, type PlainRow } from '../../testing/plain-rows.ts';
import { type TestServer, startTestServer } from '../../testing/start-test-server.ts';

const MONTHS = ['2025-10', '2025-11', '2026-09', '2026-10', '2026-11'];
const LINES = ['property.motor', 'life.medical', 'life.annuity'];
const BRANCHES = ['B11', 'B11.01', 'B44'];

/** Two hundred complaints and some chasers over five months, spread by remainders so that every slice differs. */
const rows: PlainRow[] = Array.from({ length: 220 }, (_, index) => {
  const month = MONTHS[index % 5] ?? '';
  const day = `${month}-${String(1 + ((index * 8) % 21)).padStart(2, '0')}`;
  return {
    complaint_id: `c${index}`,
    day,
    source: index % 3 === 0 ? 'regulator' : 'self',
    region: index % 4 === 0 ? '440300' : '110000',
    organisation: BRANCHES[index % 7 < 4 ? 0 : index % 7 < 6 ? 1 : 2] ?? '',
    line: LINES[index % 11 < 5 ? 0 : index % 11 < 9 ? 1 : 2] ?? '',
    kind: index % 10 === 9 ? 'chaser' : 'complaint',
    closed: index % 2 === 0 && month !== '2026-11' ? day.replace(/\d\d$/, '28') : undefined,
    due_on: day.replace(/\d\d$/, index % 6 === 0 ? '27' : '29'),
  };
});
const complaints = rows.filter(({ kind }) => kind === 'complaint');
/** How many complaints there are of some kind: the truth that answers are held against. */
const countOf = (test: (row: PlainRow) => boolean) => complaints.filter(test).length;

let server: TestServer;
const importCsv = (csv: string) =>
  server.json<{ state: string; accepted: number }>({
    method: 'POST',
    url: '/api/v1/imports?wait=true',
    headers: { authorization: `Bearer ${server.localToken}`, 'content-type': 'text/csv' },
    payload: csv,
  });
const get = (url: string, headers: Record<string, string> = {}) => server.send({ url: `/api/v1/${url}`, headers });
const series = async (query: string) => JSON.parse((await get(`series?${query}`)).body) as GetSeriesReply;
const EVER = 'from=2025-10-01&until=2026-12-01';

beforeAll(async () => {
  server = await startTestServer();
  expect(await importCsv(canonicalCsv(rows))).toMatchObject({ state: 'done', accepted: rows.length });
});
afterAll(() => server.stop());

describe('series', () => {
  it('count each month, quiet ones as 0, the running one as not over', async () => {
    const { points, provenance } = await series(`${EVER}&by=month`);
    expect(points).toHaveLength(14);
    for (const { at, value } of points)
      expect([at, value]).toEqual([at, countOf(({ day }) => day.startsWith(at.slice(0, 7)))]);
    expect(points.filter(({ complete }) => complete === 0).map(({ at }) => at)).toEqual(['2026-11-01']);
    expect(provenance.answeredBy).toMatch(/^cube_/);
  });

  it('say nothing about days that no data cover', async () => {
    const { points } = await series('from=2025-08-01&until=2025-11-01&by=month');
    expect(points.map(({ value }) => value === null)).toEqual([true, true, false]);
  });

  it('split a tree at a level, and keep the largest with the rest as …', async () => {
    const { points } = await series(`${EVER}&by=year&split=line&level=1`);
    for (const { at, split, value } of points) {
      expect(value).toBe(countOf(({ day, line }) => day.startsWith(at.slice(0, 4)) && atLevel(line, 1) === split));
    }
    const top = await series(`${EVER}&by=year&split=line&top=1`);
    expect(new Set(top.points.map(({ split }) => split))).toEqual(new Set(['property.motor', '…']));
    const total = top.points.reduce((sum, { value }) => sum + (value ?? 0), 0);
    expect(total).toBe(complaints.length);
  });

  it('filter by several dimensions, a tree code with all below it, and by basis', async () => {
    const { points } = await series(`${EVER}&by=year&line=life&region=110000&basis=regulator`);
    const expected = countOf(
      ({ line, region, source }) => line.startsWith('life') && region === '110000' && source === 'regulator',
    );
    expect(points.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(expected);
  });

  it('are the same as JSON, as Arrow and as CSV', async () => {
    const query = `series?${EVER}&by=month&split=line`;
    const { points } = JSON.parse((await get(query)).body) as GetSeriesReply;
    const arrow = await server.app.inject({
      url: `/api/v1/${query}`,
      headers: { authorization: `Bearer ${server.localToken}`, accept: 'application/vnd.apache.arrow.stream' },
    });
    expect(arrow.headers['content-type']).toBe('application/vnd.apache.arrow.stream');
    expect(arrow.headers['x-answered-by']).toMatch(/^cube_/);
    const table = tableFromIPC(arrow.rawPayload).toArray();
    const asDay = (value: unknown) => new Date(Number(value)).toISOString().slice(0, 10);
    expect(
      table.map(({ at, split, value, compared, complete }) => ({
        ...{ at: asDay(at), split, value: num(value), compared, complete },
      })),
    ).toEqual(points);

    const csv = await get(query, { accept: 'text/csv' });
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
    const lines = csv.body.trim().split('\n').slice(1);
    const ours = points.map(({ at, split, value, complete }) => `"${at}","${split}",${value ?? '\\N'},\\N,${complete}`);
    expect(lines).toEqual(ours);
  });

  it('refuse a day that does not exist, a period upside down and a format that is none', async () => {
    const problems = await Promise.all([
      get('series?from=2026-02-30&until=2026-03-01'),
      get('series?from=2026-03-01&until=2026-03-01'),
      get(`series?${EVER}`, { accept: 'image/png' }),
    ]);
    expect(problems.map(({ statusCode }) => statusCode)).toEqual([400, 400, 406]);
    expect(JSON.parse(problems[0]?.body ?? '')).toMatchObject({ code: 'invalid-request', errors: [{ path: 'from' }] });
  });
});

describe('comparisons', () => {
  const within = (from: string, until: string) => countOf(({ day }) => day >= from && day < until);

  it('take an unfinished month up to yesterday and the others for as many days', async () => {
    const reply = JSON.parse((await get('indicators?from=2026-11-01&until=2026-12-01')).body) as GetIndicatorsReply;
    expect(reply.indicators.find(({ measure }) => measure === 'complaints')).toMatchObject({
      value: within('2026-11-01', '2026-11-22'),
      yearBefore: within('2025-11-01', '2025-11-22'),
      periodBefore: within('2026-10-01', '2026-10-22'),
    });
  });

  it('give a breakdown the same periods as the cards', async () => {
    const reply = JSON.parse(
      (await get('breakdown?from=2026-11-01&until=2026-12-01&by=region')).body,
    ) as GetBreakdownReply;
    const sum = (of: (row: GetBreakdownReply['rows'][number]) => number | null) =>
      reply.rows.reduce((total, row) => total + (of(row) ?? 0), 0);
    expect(sum(({ value }) => value)).toBe(within('2026-11-01', '2026-11-22'));
    expect(sum(({ yearBefore }) => yearBefore)).toBe(within('2025-11-01', '2025-11-22'));
    expect(sum(({ periodBefore }) => periodBefore)).toBe(within('2026-10-01', '2026-10-22'));
  });

  it('give each bucket of a series the one a year before, null where data began later', async () => {
    const { points } = await series('from=2026-10-01&until=2026-12-01&by=month&compare=year');
    expect(points.map(({ at, compared }) => [at, compared])).toEqual([
      ['2026-10-01', within('2025-10-01', '2025-11-01')],
      ['2026-11-01', within('2025-11-01', '2025-11-22')],
    ]);
    const early = await series('from=2025-10-01&until=2025-11-01&by=month&compare=year');
    expect(early.points.map(({ compared }) => compared)).toEqual([null]);
  });

  it('by the Spring Festival need a period within January to March', async () => {
    const refused = await get('series?from=2026-03-01&until=2026-05-01&by=day&compare=lunar');
    expect(refused.statusCode).toBe(400);
    expect(JSON.parse(refused.body)).toMatchObject({ errors: [{ path: 'compare' }] });
  });

  it('are null where no data reach', async () => {
    const reply = JSON.parse((await get('indicators?from=2025-10-01&until=2025-11-01')).body) as GetIndicatorsReply;
    expect(reply.indicators[0]).toMatchObject({ value: within('2025-10-01', '2025-11-01'), yearBefore: null });
  });
});

describe('indicators', () => {
  const read = async (query: string) => {
    const { indicators, ...rest } = JSON.parse((await get(`indicators?${query}`)).body) as GetIndicatorsReply;
    return { ...rest, by: Object.fromEntries(indicators.map((indicator) => [indicator.measure, indicator])) };
  };
  const OCTOBER = 'from=2026-10-01&until=2026-11-01';

  it('never show a rate without its denominator, and say why', async () => {
    const { by } = await read(OCTOBER);
    expect(by['per_100m_premium']).toMatchObject({ value: null, missing: { en: expect.stringContaining('premium') } });
  });

  it('divide by the exposure of the same months once it is known', async () => {
    const csv = 'month,region,organisation,line,premium,policies,person_times\n2026-10-01,,,,250000000,40000,\n';
    const headers = { authorization: `Bearer ${server.localToken}`, 'content-type': 'text/csv' };
    const loaded = await server.json({ method: 'POST', url: '/api/v1/exposures', headers, payload: csv });
    expect(loaded).toMatchObject({ accepted: 1, rejected: [] });
    // the published rates count what the regulator forwarded, on either basis
    const count = countOf(({ day, source }) => day.startsWith('2026-10') && source === 'regulator');
    const { by } = await read(OCTOBER);
    expect(by['per_100m_premium']?.value).toBeCloseTo(count / 2.5, 9);
    expect(by['per_10k_policies']?.value).toBeCloseTo(count / 4, 9);
    expect(by['per_100m_premium']).toMatchObject({ missing: null, denominatorUntil: '2026-10-01' });
  });

  it('know what is closed, on time and overdue', async () => {
    const { by, timeliness } = await read(OCTOBER);
    const october = (row: PlainRow) => row.day.startsWith('2026-10');
    const closed = complaints.filter((row) => october(row) && row.closed !== undefined);
    const days = closed.reduce((sum, row) => sum + Number(row.closed?.slice(8)) - Number(row.day.slice(8)), 0);
    const due = complaints.filter((row) => row.due_on?.startsWith('2026-10'));
    const onTime = due.filter((row) => row.closed !== undefined && row.closed <= (row.due_on ?? ''));
    expect(by['closed']?.value).toBe(closed.length);
    expect(by['mean_handling_days']?.value).toBeCloseTo(days / closed.length, 9);
    expect(by['on_time_closure']?.value).toBeCloseTo((100 * onTime.length) / due.length, 9);
    expect(by['chasers']?.value).toBe(rows.filter((row) => row.kind === 'chaser' && october(row)).length);
    const open = complaints.filter((row) => row.closed === undefined);
    expect(timeliness).toEqual({
      asOf: '2026-11-22',
      overdue: open.filter((row) => (row.due_on ?? '') < '2026-11-22').length,
      nearDue: open.filter((row) => (row.due_on ?? '') >= '2026-11-22' && (row.due_on ?? '') <= '2026-11-27').length,
    });
  });

  it('draw thirteen buckets that end with the period', async () => {
    const { by } = await read(OCTOBER);
    expect(by['complaints']?.spark).toHaveLength(13);
    expect(by['complaints']?.spark.at(-1)).toBe(countOf(({ day }) => day === '2026-10-31'));
    const year = await read('from=2025-11-01&until=2026-11-01');
    expect(year.by['complaints']?.spark.at(-1)).toBe(countOf(({ day }) => day.startsWith('2026-10')));
  });
});

describe('two dimensions, and places', () => {
  it('have a cell for each pair that the rows have, and add up to the whole', async () => {
    const { cells } = JSON.parse((await get(`heat-map?${EVER}&by=line&across=region`)).body) as GetHeatMapReply;
    for (const { code, across, value } of cells)
      expect(value, `${code} ${across}`).toBe(countOf(({ line, region }) => line === code && region === across));
    expect(cells.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(complaints.length);
  });

  it('rank from the worst on, with the place in the period before', async () => {
    const { rows: places } = JSON.parse(
      (await get('ranking?from=2026-10-01&until=2026-11-01&by=organisation&fewest=1')).body,
    ) as GetRankingReply;
    const values = places.map(({ value }) => value ?? 0);
    expect(values).toEqual([...values].sort((a, b) => b - a));
    expect(places[0]).toMatchObject({ place: 1 });
    for (const { code, value, periodBefore } of places) {
      expect(value).toBe(countOf(({ day, organisation }) => day.startsWith('2026-10') && organisation === code));
      expect(periodBefore).toBe(countOf(({ day, organisation }) => day.startsWith('2026-09') && organisation === code));
    }
  });

  it('list what may be asked for', async () => {
    const { measures: listed } = JSON.parse((await get('measures')).body) as ListMeasuresReply;
    expect(listed.map(({ id }) => id)).toEqual(measureIds);
    for (const { id } of listed) expect((await get(`series?${EVER}&by=year&measure=${id}`)).statusCode, id).toBe(200);
  });
});

describe('scope', () => {
  const FIGURES = [
    `series?${EVER}&by=month`,
    `series?${EVER}&by=month&split=line`,
    `series?${EVER}&by=week&measure=on_time_closure`,
    `breakdown?${EVER}&by=line`,
    `breakdown?${EVER}&by=region`,
    `breakdown?${EVER}&by=organisation`,
    `breakdown?${EVER}&by=product`,
    `heat-map?${EVER}&by=organisation&across=line`,
    `ranking?${EVER}&by=line&measure=median_handling_days`,
    `series?${EVER}&by=month&measure=p90_handling_days`,
    `indicators?${EVER}`,
  ];
  const withoutProvenance = (body: string) => ({ ...(JSON.parse(body) as object), provenance: undefined });

  it.each(FIGURES)('of %s is the caller’s organisations and all below them, as if they had filtered', async (url) => {
    const payload = { label: 'north', role: 'analyst', organisations: ['B11'] };
    const { key } = await server.json<{ key: string }>({ method: 'POST', url: '/api/v1/keys', payload });
    const mine = await get(url, { authorization: `Bearer ${key}` });
    const filtered = await get(`${url}&organisation=B11`);
    expect(withoutProvenance(mine.body)).toEqual(withoutProvenance(filtered.body));
    expect(withoutProvenance(mine.body)).not.toEqual(withoutProvenance((await get(url)).body));
    const stolen = await get(`${url}&organisation=B44`, { authorization: `Bearer ${key}` });
    expect(stolen.body).not.toContain('B44"');
    expect(JSON.stringify(withoutProvenance(stolen.body))).not.toMatch(/"value":[1-9]/);
  });
});

describe('a page that has the answer already', () => {
  it('gets 304 until the data change, and never another caller’s answer', async () => {
    const url = `series?${EVER}&by=year`;
    const first = await get(url);
    const etag = String(first.headers['etag']);
    expect(first.headers['x-data-version']).toBeTruthy();
    const again = await get(url, { 'if-none-match': etag });
    expect([again.statusCode, again.body]).toEqual([304, '']);

    const payload = { label: 'north', role: 'analyst', organisations: ['B11'] };
    const { key } = await server.json<{ key: string }>({ method: 'POST', url: '/api/v1/keys', payload });
    expect((await get(url, { 'if-none-match': etag, authorization: `Bearer ${key}` })).statusCode).toBe(200);

    const late = { complaint_id: 'late', day: '2026-10-03', source: 'self', region: '110000' } as const;
    await importCsv(canonicalCsv([{ ...late, organisation: 'B44', line: 'life' }]));
    const changed = await get(url, { 'if-none-match': etag });
    expect(changed.statusCode).toBe(200);
    expect(changed.headers['x-data-version']).not.toBe(first.headers['x-data-version']);
    const total = (JSON.parse(changed.body) as GetSeriesReply).points.reduce((sum, { value }) => sum + (value ?? 0), 0);
    expect(total).toBe(complaints.length + 1);
  });
});

it('freshness says how far the data reach', async () => {
  expect(JSON.parse((await get('freshness')).body)).toMatchObject({
    firstDay: '2025-10-01',
    receivedUntil: expect.stringMatching(/^2026-11-21T02:00:00/),
    today: '2026-11-22',
    timeZone: 'Asia/Shanghai',
  });
});

const num = (value: unknown) => (value === null ? null : Number(value));
