import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { personKey } from '../hash/person-key.ts';
import { identityCheckDigit } from '../mask/number-kind.ts';
import { forEachCsvRecord } from '../parse/csv-records.ts';
import { profileFaults } from '../profile/profile-faults.ts';
import { shippedProfiles } from '../profile/shipped/shipped.ts';
import { inferDates } from './infer-dates.ts';
import { profileFits } from './profile-fits.ts';
import { type Suggestion, suggestProfile } from './suggest-profile.ts';

/** What each column was taken for; columns without a field are left out. */
const taken = (columns: readonly string[], { columns: chosen }: Suggestion) =>
  Object.fromEntries(columns.flatMap((name, place) => (chosen[place] ? [[name, chosen[place].field]] : [])));
const asked = ({ questions }: Suggestion) => questions.map(({ code, field }) => `${code} ${field}`);
const identity = (first17: string) => first17 + identityCheckDigit(first17);

describe('dates', () => {
  it('are proved by one value that fits one order only', () => {
    const values = ['1/2/2026', '3/4/2026', '25/3/2026'];
    expect(inferDates(values)).toEqual({ formats: ['d/M/yyyy'], share: 1, order: 'day-first', ambiguous: false });
    expect(inferDates(['1/2/2026', '3/25/2026'])).toMatchObject({ formats: ['M/d/yyyy'], order: 'month-first' });
  });

  it('that fit both orders are reported and not decided', () => {
    expect(inferDates(['1/2/2026', '3/4/2026'])).toMatchObject({ order: undefined, ambiguous: true });
    expect(inferDates(['3/3/2026'])).toMatchObject({ ambiguous: false });
    expect(inferDates(['1/2/2026'], 'day-first')).toMatchObject({ formats: ['d/M/yyyy'], ambiguous: false });
  });

  it('may be written in several ways in one column', () => {
    const values = ['2026年3月5日', '2026-03-05', '2026/3/5 10:20', 'unknown'];
    expect(inferDates(values)).toMatchObject({ formats: ['yyyy-MM-dd', 'yyyy/M/d H:mm', 'yyyy年M月d日'], share: 0.75 });
    expect(inferDates(['a', 'b', '2026-01-01'])).toBeUndefined();
  });
});

describe('a Chinese export', () => {
  const columns = [
    '工单编号',
    '投诉受理日期',
    '投诉来源',
    '客户姓名',
    '联系方式',
    '证件',
    '险种大类',
    '投诉事由',
    '是否属实',
    '办结日期',
    '处理情况描述',
    '经办人备注码',
  ];
  const records = Array.from({ length: 40 }, (_, row) => [
    `GD${1000 + row}`,
    `2026/3/${1 + (row % 28)}`,
    ['监管转办', '自收', '12378转办'][row % 3] ?? '',
    ['张三丰', '李四', '王小五', '赵六'][row % 4] + (row > 3 ? '' : '') + ['明', '华', '强', '丽', '军'][row % 5],
    `138${String(10_000_000 + row * 7919)}`,
    identity(`11010119900101${String(100 + row)}`),
    ['车险', '医疗险', '年金'][row % 3] ?? '',
    ['责任认定', '夸大责任或收益'][row % 2] ?? '',
    ['属实', '部分属实', '不属实'][row % 3] ?? '',
    row % 4 === 0 ? '' : `2026年4月${1 + (row % 28)}日`,
    `客户反映第${row}次来电后仍未得到答复，要求退还全部保费并说明理由，情绪激动，已安排专人跟进处理。`,
    `x${row % 7}`,
  ]);
  const suggestion = suggestProfile(columns, records);

  it('is understood column by column', () => {
    expect(taken(columns, suggestion)).toEqual({
      工单编号: 'complaint_id',
      投诉受理日期: 'received_at',
      投诉来源: 'source',
      客户姓名: 'complainant_name',
      联系方式: 'complainant_phone',
      证件: 'complainant_id_number',
      险种大类: 'line',
      投诉事由: 'reason',
      是否属实: 'outcome',
      办结日期: 'closed_at',
      处理情况描述: 'narrative',
    });
    expect(suggestion.questions).toEqual([]);
    expect(suggestion.confidence).toBeGreaterThan(0.7);
  });

  it('becomes a profile that can be used, with dates, codes and what is left out', () => {
    const { profile } = suggestion;
    expect(profile && profileFaults(profile)).toEqual([]);
    expect(profile?.fields.received_at?.dates).toEqual(['yyyy/M/d']);
    expect(profile?.fields.closed_at?.dates).toEqual(['yyyy年M月d日']);
    expect(profile?.fields.source?.values).toEqual({ 监管转办: 'regulator', 自收: 'self', '12378转办': 'regulator' });
    expect(profile?.ignored).toEqual(['经办人备注码']);
    expect(profile?.grain).toBeUndefined();
  });

  it('gives each reason in both languages, without a personal value', () => {
    const reasons = suggestion.columns.flatMap((one) => (one ? [one.because] : []));
    for (const { zh, en } of reasons) {
      expect(zh).toMatch(/。$/);
      expect(en).toMatch(/^[A-Z0-9].*\.$/);
      expect(zh + en).not.toMatch(/\d{8}/);
    }
  });
});

describe('what cannot be known', () => {
  const columns = ['tousu_bianhao', 'shouli_riqi', 'zhuangtai'];
  const records = Array.from({ length: 10 }, (_, row) => [
    `T${row}`,
    `${1 + row}/${10 - row}/2026`,
    row < 5 ? '办结' : '搁置',
  ]);
  const suggestion = suggestProfile(columns, records);

  it('is asked: order of day and month, the source, codes that nobody knows', () => {
    expect(asked(suggestion)).toEqual(['day-order received_at', 'unknown-codes status', 'source source']);
    expect(suggestion.questions[0]?.choices).toEqual(['M/d/yyyy', 'd/M/yyyy']);
    expect(suggestion.questions.map(({ values }) => values)).toEqual([[], ['搁置'], []]);
    expect(suggestion.profile?.fields.received_at).toBeUndefined();
    expect(suggestion.profile?.ignored).toEqual([]);
  });

  it('in one column may be proved by another of the same file', () => {
    const proved = suggestProfile(
      ['no', 'received', 'closed'],
      records.map(([id = '', day = ''], row) => [id, day, `${13 + row}/1/2026`]),
    );
    expect(proved.profile?.fields.received_at?.dates).toEqual(['d/M/yyyy']);
  });
});

describe('a grain', () => {
  const columns = ['case_no', 'received_date', 'reason', 'updated_at'];
  const rows = (changed: boolean, sameDay: boolean) =>
    Array.from({ length: 60 }, (_, row) => [
      `C${Math.floor(row / 3)}`,
      `2026-01-${String(1 + (Math.floor(row / 3) % 20) + (sameDay ? 0 : row % 3)).padStart(2, '0')}`,
      `reason ${row % 3}`,
      changed ? `2026-02-0${1 + (row % 3)}` : '2026-02-01',
    ]);

  it('is proposed for rows that share a number and a day', () => {
    const { profile, notes } = suggestProfile(columns, rows(false, true));
    expect(profile?.grain).toEqual({ by: ['case_no'] });
    expect(notes[0]?.en).toContain('60 rows of the sample are 20 complaints');
  });

  it('is not for versions of a complaint, nor for numbers that start anew', () => {
    expect(suggestProfile(columns, rows(true, true)).profile?.grain).toBeUndefined();
    expect(suggestProfile(columns, rows(false, false)).profile?.grain).toBeUndefined();
  });

  it('is not there, but a key of several columns, where numbers start anew by office or by day', () => {
    const { profile, notes } = suggestProfile(columns, rows(false, false));
    expect(profile?.naturalKey).toEqual(['case_no', 'received_date']);
    expect(profile?.fields.complaint_id).toBeUndefined();
    expect(profile?.ignored).not.toContain('case_no');
    expect(notes[0]?.en).toContain('case_no, received_date together tell complaints apart');
    const byOffice = rows(false, true).map(([id = ''], row) => [
      ...[id, `2026-03-${String(1 + (row % 28)).padStart(2, '0')}`, `x${row}`, ['a', 'b', 'c'][row % 3] ?? ''],
    ]);
    const named = ['case_no', 'received_date', 'reason', 'organisation'];
    expect(suggestProfile(named, byOffice).profile?.naturalKey).toEqual(['case_no', 'organisation']);
  });

  it('and no key for versions, for mere repeats, or where nothing tells the rows apart', () => {
    const unique = rows(false, true).map((cells, row) => [`U${row}`, ...cells.slice(1)]);
    const repeated = rows(false, true).map(([id = '', day = '']) => [id, day, 'same', '2026-02-01']);
    for (const records of [rows(true, true), rows(true, false), unique, repeated]) {
      expect(suggestProfile(columns, records).profile?.naturalKey).toBeUndefined();
    }
  });
});

it('a single column of dates is taken for the day of receipt, without much confidence', () => {
  const records = [
    ['A1', '2026-01-02'],
    ['A2', '2026-01-03'],
  ];
  const { columns, confidence } = suggestProfile(['编号', '日期'], records);
  expect(columns[1]).toMatchObject({ field: 'received_at', confidence: 0.45 });
  expect(confidence).toBe(0.45);
});

it('a table of something else is no proposal', () => {
  const { profile, questions } = suggestProfile(
    ['province', '2017', '2016'],
    [
      ['河北', '34016.32', '32070.45'],
      ['山西', '15528.42', '13050.41'],
    ],
  );
  expect([profile, questions]).toEqual([null, []]);
});

const beside = fileURLToPath(new URL('../../../../../shared', import.meta.url));
const folder = `${process.env.TOCSIN_SHARED ?? beside}/data`;
const isThere = existsSync(folder);
if (!isThere)
  console.warn(`Skipped: the public files are not at ${folder}; TOCSIN_SHARED names the folder that holds data/.`);

function table(name: string, rows = 2000): { columns: string[]; records: string[][] } {
  const bytes = readFileSync(`${folder}/${name}`);
  const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const records: string[][] = [];
  forEachCsvRecord(text.slice(0, 2_000_000), ',', (cells, count) => void records.push(cells.slice(0, count)));
  const [columns = [], ...rest] = records;
  return { columns, records: rest.filter(({ length }) => length === columns.length).slice(0, rows) };
}
const options = {
  timeZone: 'Asia/Shanghai',
  now: Date.parse('2026-11-22') / 1000,
  batchId: 'fit',
  personKey: personKey('fit'),
};

describe.skipIf(!isThere)('public files', () => {
  it.each([
    [
      'complaints/tdi_public.csv.gz',
      'texas',
      {
        complaint_number: 'complaint_id',
        received_date: 'received_at',
        closed_date: 'closed_at',
        complaint_filed_by: 'complainant_kind',
        coverage_type: 'line',
        finding_type: 'outcome',
      },
    ],
    [
      'complaints/ct_public.csv.gz',
      'connecticut',
      {
        file_no: 'complaint_id',
        opened: 'received_at',
        closed: 'closed_at',
        company: 'organisation',
        coverage: 'line',
        reason: 'reason',
        disposition: 'outcome',
        recovery: 'compensation',
        status: 'status',
      },
    ],
    [
      'complaints/cfpb_public.csv.gz',
      'cfpb',
      {
        'Complaint ID': 'complaint_id',
        'Date received': 'received_at',
        Product: 'product',
        Issue: 'reason',
        'Consumer complaint narrative': 'narrative',
        Company: 'organisation',
        State: 'region',
        'Submitted via': 'intake_channel',
      },
    ],
    [
      'ugly/05_snakecase_mdyyyy_question-mark-col_cfpb.csv',
      'cfpb',
      {
        complaint_id: 'complaint_id',
        date_received: 'received_at',
        product: 'product',
        issue: 'reason',
        consumer_complaint_narrative: 'narrative',
        company: 'organisation',
        state: 'region',
      },
    ],
  ])('%s is understood, and is known to be one of %s', (file, name, fields) => {
    const { columns, records } = table(file);
    const suggestion = suggestProfile(columns, records);
    expect(taken(columns, suggestion)).toMatchObject(fields);
    expect(asked(suggestion)).toContain('source source');
    const [best] = profileFits(shippedProfiles, columns, records, options);
    expect([best?.profile.name, best?.share]).toEqual([name, 1]);
  });

  it('Connecticut is seen to have several rows a complaint, the others not', () => {
    const grains = ['ct', 'tdi', 'cfpb'].map((name) => {
      const { columns, records } = table(`complaints/${name}_public.csv.gz`);
      return suggestProfile(columns, records).profile?.grain;
    });
    expect(grains).toEqual([{ by: ['file_no'] }, undefined, undefined]);
  });
});
