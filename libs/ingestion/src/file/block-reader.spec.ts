import { describe, expect, it } from 'vitest';
import { RecordCutter } from '../cut/record-cutter.ts';
import { personKey } from '../hash/person-key.ts';
import { canonicalProfile } from '../profile/shipped/canonical.ts';
import { texasProfile } from '../profile/shipped/texas.ts';
import { planFor } from '../profile/plan.ts';
import { rowsIn } from '../row/row-columns.ts';
import { storedColumns } from '../row/stored-columns.ts';
import { plainLayout } from '../testing/plain-layout.ts';
import { Profile } from '@tocsin/contracts';
import { misfitSentence } from '../profile/misfit-sentence.ts';
import { BlockReader, type BlockResult } from './block-reader.ts';
import { headerCells } from './header-cells.ts';

const encode = (text: string) => new TextEncoder().encode(text);

function readFile(file: string | Uint8Array, profile = canonicalProfile): BlockResult[] {
  const bytes = typeof file === 'string' ? encode(file) : file;
  const format = bytes[0] === 0x7b ? 'ndjson' : 'csv';
  const layout = plainLayout({ format, ...profile.layout });
  const cutter = new RecordCutter(format === 'csv' ? { delimiter: layout.delimiter } : {});
  const blocks = [...cutter.push(bytes), ...cutter.end()];
  const header = blocks.find(({ kind }) => kind === 'header');
  const plan = planFor(profile, header && headerCells(new TextDecoder().decode(header.bytes), layout.delimiter));
  if ('code' in plan) throw new Error(misfitSentence(plan, profile.name).en);
  const now = Date.parse('2026-11-22T00:00:00Z') / 1000;
  const reader = new BlockReader(layout, {
    profile,
    plan,
    timeZone: 'Asia/Shanghai',
    now,
    batchId: 'b',
    personKey: personKey('secret'),
  });
  return blocks.filter(({ kind }) => kind !== 'header').map((block) => reader.readBlock(block));
}

const stored = (results: readonly BlockResult[]) =>
  results.flatMap(({ rows }) =>
    [...rowsIn(rows)].map((row) => new Map(storedColumns.map((name, at) => [name, row[at]]))),
  );
const ids = (results: readonly BlockResult[]) => stored(results).map((row) => row.get('complaint_id'));
const refusals = (results: readonly BlockResult[]) =>
  results.flatMap(({ refused }) =>
    refused.map(
      ({ rowNumber, reasons }) =>
        `${rowNumber} ${reasons.map(({ code, field }) => `${code} ${field}`.trim()).join(', ')}`,
    ),
  );

const HEADER = 'complaint_id,received_at,source,complainant_phone,narrative\n';

describe('BlockReader on CSV', () => {
  it('takes good rows around bad ones and numbers rows as a spreadsheet does', () => {
    const results = readFile(
      `${HEADER}1,2026-01-02,self,,"two\nlines"\n2,2026-02-30,self,,\n\n3,2026-01-02,self,x\n4,2026-01-02,self,,,y\n5,2026-01-02,self,,\n"6,2026-01-02,self,,\n7,2026-01-02,self,,`,
    );
    expect(ids(results)).toEqual(['1', '5', '7']);
    expect(refusals(results)).toEqual(['3 not-a-date received_at', '5 cell-count', '6 cell-count', '8 unclosed-quote']);
    const sum = (of: (result: BlockResult) => number) => results.reduce((all, one) => all + of(one), 0);
    expect([sum((r) => r.read), sum((r) => r.accepted), sum((r) => r.skipped)]).toEqual([8, 3, 1]);
  });

  it('shows a refused row without what is personal in it', () => {
    const [result] = readFile(`${HEADER}1,nonsense 13812345678,self,13812345678,致电13987654321\n`);
    expect(JSON.parse(result?.refused[0]?.raw ?? '')).toEqual({
      complaint_id: '1',
      received_at: 'nonsense 138****5678',
      source: 'self',
      complainant_phone: '138****5678',
      narrative: '致电139****4321',
    });
    expect(JSON.stringify(result?.refused)).not.toMatch(/\d{8}/);
  });

  it('refuses only the rows whose bytes are no characters', () => {
    const bytes = encode(`${HEADER}1,2026-01-02,self,,好\n2,2026-01-02,self,,XX\n`);
    bytes.set([0xba, 0xc3], bytes.length - 3); // 好 in GBK
    const results = readFile(bytes);
    expect(ids(results)).toEqual(['1']);
    expect(refusals(results)).toEqual(['3 bad-encoding']);
  });

  it('reads GB 18030 where the profile says so', () => {
    const profile: Profile = { ...canonicalProfile, layout: { encoding: 'gb18030' } };
    const bytes = new Uint8Array([...encode(`${HEADER}1,2026-01-02,self,,`), 0xba, 0xc3, 10]);
    expect(stored(readFile(bytes, profile))[0]?.get('narrative')).toBe('好');
  });

  it('says which columns do not fit', () => {
    expect(() => readFile('complaint_id,received_at\n')).toThrow('lacks the columns source');
    expect(() => readFile('complaint_id,recieved_at,received_at,source\n')).toThrow(
      'does not know the columns recieved_at',
    );
    expect(() => readFile('complaint_id,received_at,source,source\n')).toThrow('columns source appear twice');
  });
});

describe('BlockReader on NDJSON', () => {
  it('takes texts, numbers, flags, lists and nulls', () => {
    const row = {
      complaint_id: 'a',
      received_at: '2026-01-02T03:04:05+08:00',
      source: 'self',
      age: 61,
      is_repeat: true,
      special_groups: ['elderly', 'disabled'],
      product: null,
    };
    const results = readFile(`${JSON.stringify(row)}\r\n\n`);
    expect(results).toMatchObject([{ read: 2, accepted: 1, skipped: 1 }]);
    const [taken] = stored(results);
    expect([taken?.get('age'), taken?.get('special_groups')]).toEqual(['61', "['disabled','elderly']"]);
  });

  it('refuses what is no object, no value, or not known', () => {
    const base = '"received_at":"2026-01-02","source":"self"';
    const results = readFile(
      `{"complaint_id":"1",${base}}\n{"complaint_id":\n[1]\n{"complaint_id":{},${base}}\n{"complaint_id":"2","colour":"red",${base}}\n{"complaint_id":12345678901234567890,${base}}\n`,
    );
    expect(ids(results)).toEqual(['1']);
    expect(refusals(results)).toEqual([
      '2 not-json',
      '3 not-json',
      '4 not-a-value complaint_id',
      '5 unknown-field colour',
      '6 not-a-value complaint_id',
    ]);
  });
});

describe('the Texas profile', () => {
  it('maps the columns of the published file', () => {
    const header =
      'complaint_number,received_date,closed_date,year_closed,complaint_filed_by,complainant_type,involved_party_type,complaint_type,coverage_type,coverage_level,finding_type,is_confirmed,keywords';
    const row =
      '3343,2012-02-29,2012-08-16,2012,Attorney,ORG,Insured,Property and Casualty,Automobile,Individual Private Pass,Not Confirmed,false,';
    const [taken] = stored(readFile(`${header}\n${row}\n`, texasProfile));
    expect([...(taken?.values() ?? [])]).toEqual(
      expect.arrayContaining([
        '3343',
        'regulator',
        'Automobile',
        'Individual Private Pass',
        'lawyer',
        'closed',
        'rejected',
      ]),
    );
  });
});
