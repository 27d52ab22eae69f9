import type { GetAnnotationsReply, GetLeadingSeriesReply, GetMediansReply, GetWorksReply } from '@tocsin/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, startTestServer } from '../../testing/start-test-server.ts';

let server: TestServer;
const put = (table: string, ...lines: string[]) =>
  server.json({
    ...{ method: 'POST', url: `/api/v1/reference/${table}`, headers: { 'content-type': 'text/csv' } },
    payload: `${lines.join('\n')}\n`,
  });
const get = <T>(path: string) => server.json<T>({ url: `/api/v1/${path}` });
const YEAR = 'from=2026-01-01&until=2027-01-01';

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

describe('medians', () => {
  const header = 'period,region,sector,dimension,item,metric,value,unit,source_title,source_url,note';
  const row = (value: string, note = '') =>
    `2026Q1,全国,人身险,相对量,中位数,亿元保费投诉量中位数,${value},件/亿元,2026Q1通报,https://example.org/q1,${note}`;
  const medians = (query = '') => get<GetMediansReply>(`medians?${YEAR}${query}`).then((reply) => reply.medians);

  it('come with their bulletin; a restated one is the newest, and says that it was restated', async () => {
    await put('median', header, row('1.5'));
    await put('median', header, row('1.6', '二手来源'));
    expect(await medians('&measure=per_100m_premium&sector=life')).toEqual([
      {
        ...{ period: '2026Q1', from: '2026-01-01', until: '2026-04-01', region: '全国', sector: 'life' },
        ...{ measure: 'per_100m_premium', value: 1.6, unit: '件/亿元', derived: true, versions: 2, note: '二手来源' },
        bulletin: { title: '2026Q1通报', url: 'https://example.org/q1' },
      },
    ]);
  });

  it('that no bulletin gave are not there', async () => expect(await medians('&sector=property')).toEqual([]));
});

describe('works', () => {
  it('add up over what lies below, and never a whole with its parts', async () => {
    await put(
      'work',
      'period,organisation,kind,metric,value',
      '2026Q1,A,education,场次,3',
      '2026Q1,A.1,education,场次,4',
      '2026Q2,A,education,场次,5',
      '2026Q2,,education,场次,20',
      '2026Q2,,training,人次,100',
    );
    const values = async (query: string) =>
      (await get<GetWorksReply>(`works?${YEAR}${query}`)).works.map(({ period, kind, value }) => [period, kind, value]);
    expect(await values('&kind=education')).toEqual([
      ['2026Q1', 'education', 7],
      ['2026Q2', 'education', 20],
    ]);
    expect(await values('&organisation=A')).toEqual([
      ['2026Q1', 'education', 7],
      ['2026Q2', 'education', 5],
    ]);
    expect(await values('&organisation=A.1')).toEqual([['2026Q1', 'education', 4]]);
  });
});

describe('leading series', () => {
  it('are counted by bucket: quiet days 0, days outside what is known null', async () => {
    await put(
      'leading',
      'day,series,region,organisation,count,source',
      '2026-03-02,media-mentions,440000,A,3,某报',
      '2026-03-02,media-mentions,110000,B,2,某网',
      '2026-03-04,media-mentions,440000,A,1,某报',
      '2026-03-02,enquiries,440000,A,50,',
    );
    const points = async (query: string) =>
      (
        await get<GetLeadingSeriesReply>(
          `leading-series?from=2026-03-01&until=2026-03-06&series=media-mentions${query}`,
        )
      ).points.map(({ value }) => value);
    expect(await points('')).toEqual([null, 5, 0, 1, null]);
    expect(await points('&region=440000')).toEqual([null, 3, 0, 1, null]);
    expect(await points('&organisation=B&by=month')).toEqual([2]);
  });

  it('follow a merger like complaints do', async () => {
    await put('organisation', 'code,zh,until,successor', 'B,乙,2026-06-01,C', 'C,丙,,');
    const url = 'leading-series?from=2026-03-01&until=2026-04-01&series=media-mentions&by=month&organisation=C';
    expect((await get<GetLeadingSeriesReply>(url)).points.map(({ value }) => value)).toEqual([2]);
  });
});

describe('annotations', () => {
  it('tell of mergers, reclassifications, holidays and the days that the company marks', async () => {
    await put('crosswalk', 'dimension,from_code,to_code,effective', 'reason,old,new,2026-05-20');
    await put('calendar', 'day,kind,name', '2026-05-27,marked,发布会', '2026-05-28,holiday,司庆');
    const { annotations } = await get<GetAnnotationsReply>('annotations?from=2026-05-15&until=2026-06-10');
    expect(annotations.map(({ day, kind, text }) => `${day} ${kind} ${text.zh}`)).toEqual([
      '2026-05-20 taxonomy-change 投诉原因分类调整：old → new',
      '2026-05-27 marked 发布会',
      '2026-05-28 holiday 司庆',
      '2026-06-01 organisation-change 乙并入丙',
    ]);
  });
});
