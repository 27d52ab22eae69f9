import type { RuleVersions } from '@tocsin/calendar';
import { createHash } from 'node:crypto';
import { type CanonicalRecord, canonicalFields } from '@tocsin/contracts';
import { describe, expect, it } from 'vitest';
import { faultSentence } from '../check/fault.ts';
import { personKey } from '../hash/person-key.ts';
import { canonicalProfile } from '../profile/shipped/canonical.ts';
import { planFor } from '../profile/plan.ts';
import { RowReader } from './row-reader.ts';
import { deadlineRulesOf } from '../reference/deadlines.ts';
import { type StoredColumn, storedColumns } from './stored-columns.ts';

const NOW = Date.parse('2026-03-15T04:00:00Z') / 1000;
const key = personKey('a secret of the test');
const seconds = (iso: string) => String(Date.parse(iso) / 1000);

function readerWith(more: { timeZone?: string; now?: number; deadlineRules?: RuleVersions } = {}): RowReader {
  const plan = planFor(canonicalProfile, undefined);
  if ('code' in plan) throw new Error(plan.code);
  const options = {
    profile: canonicalProfile,
    plan,
    timeZone: 'Asia/Shanghai',
    now: NOW,
    batchId: 'b1',
    personKey: key,
  };
  return new RowReader({ ...options, ...more });
}

const least: CanonicalRecord = { complaint_id: 'C1', received_at: '2026-03-01 09:30:00', source: 'self' };
const valuesOf = (record: CanonicalRecord) => canonicalFields.map(({ name }) => record[name] ?? '');

/** The stored row; throws the faults of a refused one. */
function stored(record: CanonicalRecord, reader = readerWith()): Record<StoredColumn, string | null> {
  const row = reader.read(valuesOf(record), 7);
  if (row === undefined) throw new Error(JSON.stringify(reader.faults));
  expect(row).toHaveLength(storedColumns.length);
  return Object.fromEntries(storedColumns.map((name, i) => [name, row[i]])) as never;
}

function faults(record: CanonicalRecord, reader = readerWith()) {
  expect(reader.read(valuesOf(record), 7)).toBeUndefined();
  return reader.faults.map(({ code, field }) => `${field}: ${code}`);
}

describe('RowReader', () => {
  it('fills in what a bare complaint leaves open', () => {
    expect(stored(least)).toMatchObject({
      complaint_id: 'C1',
      batch_id: 'b1',
      row_number: '7',
      received_at: seconds('2026-03-01T01:30:00Z'),
      arrived_at: String(NOW),
      kind: 'complaint',
      status: 'open',
      due_on: '2026-03-16', // 1 March + 15 calendar days
      closed_at: null,
      group_size: '1',
      is_repeat: '0',
      special_groups: '[]',
      complainant_key: '',
      compensation: null,
    });
  });

  it('derives the status from what has happened', () => {
    expect(stored({ ...least, answered_at: '2026-03-02' }).status).toBe('answered');
    expect(stored({ ...least, closed_at: '2026-03-02' }).status).toBe('closed');
    expect(stored({ ...least, closed_at: '2026-03-02', outcome: 'withdrawn' }).status).toBe('withdrawn');
    expect(stored({ ...least, closed_at: '2026-03-02', status: 'open' }).status).toBe('open');
  });

  it('sets a due day only for complaints, by the rules of the day received, and says whose it is', () => {
    expect(stored({ ...least, kind: 'chaser' })).toMatchObject({ due_on: null, due_by: '' });
    expect(stored({ ...least, due_on: '2026-04-01' })).toMatchObject({ due_on: '2026-04-01', due_by: 'source' });
    expect(stored(least)).toMatchObject({ due_on: '2026-03-16', due_by: 'rules' });
    const deadlineRules = deadlineRulesOf([{ from: '2026-01-01', name: '2026', simple: '30' }]);
    expect(stored(least, readerWith({ deadlineRules })).due_on).toBe('2026-03-31');
    // before the rules of 2020 nobody knows
    expect(stored({ ...least, received_at: '2015-03-01' })).toMatchObject({ due_on: null, due_by: 'rules' });
  });

  it('counts days in the product zone, offsets or not', () => {
    // 17:30 in London on 1 March is 01:30 on 2 March in Shanghai: due 15 days after the second
    expect(stored({ ...least, received_at: '2026-03-01T17:30:00Z' }).due_on).toBe('2026-03-17');
    expect(stored({ ...least, received_at: '2026-03-01' }).received_at).toBe(seconds('2026-02-28T16:00:00Z'));
  });

  it('reports a city under its province, and a single-listed city by itself', () => {
    expect(stored({ ...least, region: '370102' })).toMatchObject({ region: '370102', report_region: '370000' });
    expect(stored({ ...least, region: '370202' }).report_region).toBe('370200');
  });

  it('takes a closing day without a time for the day of receipt itself', () => {
    expect(stored({ ...least, closed_at: '2026-03-01' }).closed_at).toBe(seconds('2026-03-01T01:30:00Z'));
    expect(faults({ ...least, closed_at: '2026-03-01 09:00:00' })).toEqual(['closed_at: before-received']);
    expect(faults({ ...least, closed_at: '2026-02-28' })).toEqual(['closed_at: before-received']);
  });

  it('shows people by their masks and finds them again by a key', () => {
    const person = {
      complainant_name: '张三丰',
      complainant_phone: '13812345678',
      complainant_id_number: '110101199003071233',
      policy_number: 'P-77/31-4455',
      agent: 'A001',
    };
    const row = stored({ ...least, ...person, narrative: '张三丰来电,138 1234 5678,保单P-77/31-4455\n第二行' });
    expect(row).toMatchObject({
      complainant_name: '张*',
      complainant_phone: '138****5678',
      complainant_id_number: '110***********1233',
      policy_number: '****4455',
      narrative: '张*来电,138****5678,保单****4455\n第二行',
      complainant_key: key('identity', '110101199003071233'),
      agent: key('agent', 'A001'),
    });
    expect(stored({ ...least, complainant_phone: '138-1234-5678' }).complainant_key).toBe(key('phone', '13812345678'));
    expect(stored({ ...least, complainant_name: '张三丰' }).complainant_key).toBe(key('name', '张三丰'));
    const line = readerWith().read(valuesOf({ ...least, ...person }), 1) ?? '';
    for (const value of Object.values(person)) expect(line).not.toContain(value);
  });

  it('finds every fault of a row at once', () => {
    const bad = {
      complaint_id: '',
      received_at: '2026-02-30',
      source: 'nobody',
      age: '-3',
      compensation: '1,200',
      is_repeat: 'perhaps',
    };
    expect(faults(bad)).toEqual([
      'complaint_id: missing',
      'received_at: not-a-date',
      'is_repeat: not-a-flag',
      'source: unknown-code',
      'age: negative',
      'compensation: not-an-amount',
    ]);
  });

  it.each([
    [{ received_at: '2026-03-15 12:20:00' }, 'received_at: in-the-future'], // 04:20 UTC, 20 minutes ahead
    [{ received_at: '1969-12-31' }, 'received_at: too-early'],
    [{ received_at: '01/03/2026' }, 'received_at: not-a-date'],
    [{ closed_at: '2026-04-01' }, 'closed_at: in-the-future'],
    [{ due_on: '2026-02-01' }, 'due_on: before-received'],
    [{ status: 'pending' }, 'status: unknown-code'],
    [{ kind: 'Complaint' }, 'kind: unknown-code'],
    [{ satisfaction: '6' }, 'satisfaction: out-of-range'],
    [{ age: 'abc' }, 'age: not-a-number'],
    [{ version: '99999999999' }, 'version: too-large'],
    [{ compensation: '-1' }, 'compensation: negative'],
    [{ compensation: '1.234' }, 'compensation: not-an-amount'],
    [{ agent: 'x'.repeat(300) }, 'agent: too-long'],
    [{ narrative: 'x'.repeat(60_001) }, 'narrative: too-long'],
  ] as const)('refuses %j', (change, fault) => expect(faults({ ...least, ...change })).toEqual([fault]));

  it('does not mind a clock that is a few minutes fast, nor an arrival in the future', () => {
    expect(stored({ ...least, received_at: '2026-03-15 12:05:00' }).received_at).toBe(seconds('2026-03-15T04:05:00Z'));
    expect(stored({ ...least, arrived_at: '2027-01-01' }).arrived_at).toBe(String(NOW));
    expect(stored({ ...least, arrived_at: '2026-03-02' }).arrived_at).toBe(seconds('2026-03-01T16:00:00Z'));
  });

  it('keeps open codes it does not know, amounts and groups as given', () => {
    const row = stored({
      ...least,
      line: 'Accident and Health',
      compensation: '12.5',
      special_groups: 'elderly| disabled|elderly',
    });
    expect(row).toMatchObject({
      line: 'Accident and Health',
      compensation: '12.5',
      special_groups: "['disabled','elderly']",
    });
  });
});

describe('versions', () => {
  const high = (row: Record<StoredColumn, string | null>) => Number(BigInt(row.version ?? 0) >> 32n);
  const low = (value: string | null) => BigInt(value ?? 0) & 0xffffffffn;

  it('are ordered by the source, else by the newest event, then by the content', () => {
    expect(high(stored({ ...least, version: '12', updated_at: '2026-03-03' }))).toBe(12);
    expect(high(stored({ ...least, updated_at: '2026-03-03', closed_at: '2026-03-04' }))).toBe(
      Number(seconds('2026-03-02T16:00:00Z')),
    );
    expect(high(stored({ ...least, closed_at: '2026-03-04' }))).toBe(Number(seconds('2026-03-03T16:00:00Z')));
    expect(high(stored(least))).toBe(Number(seconds('2026-03-01T01:30:00Z')));
    const row = stored(least);
    expect(low(row.version)).toBe(low(row.content_hash));
  });

  it('are the same for the same content, whenever and wherever it comes from', () => {
    const again = stored({ ...least, arrived_at: '2026-03-10' }, readerWith({ now: NOW + 86_400 }));
    expect(again.version).toBe(stored(least).version);
    expect(stored({ ...least, product: 'x' }).version).not.toBe(stored(least).version);
  });
});

describe('personKey', () => {
  it('is the nested hash it says it is, apart for each kind and secret', () => {
    const sha = (text: string) => createHash('sha256').update(text).digest('hex');
    const [inner, outer] = [sha('tocsin person inner s'), sha('tocsin person outer s')];
    expect(personKey('s')('phone', '138 1234-5678')).toBe(sha(outer + sha(`${inner}phone:13812345678`)).slice(0, 16));
    const all = [
      key('phone', '1'),
      key('name', '1'),
      key('identity', '1'),
      key('agent', '1'),
      personKey('t')('phone', '1'),
    ];
    expect(new Set(all).size).toBe(5);
    expect(key('identity', '11010519491231002x')).toBe(key('identity', '11010519491231002X'));
    expect(key('phone', ' - ')).toBe('');
  });
});

describe('faultSentence', () => {
  it('says what, where and what to do, in both languages', () => {
    const fault = { code: 'not-a-date', field: 'received_at', expected: 'yyyy-MM-dd' } as const;
    expect(faultSentence(fault, '2026-02-30')).toEqual({
      zh: '受理时间「2026-02-30」不是有效日期：请使用格式 yyyy-MM-dd。',
      en: 'Received at "2026-02-30" is not a date that exists: write it as yyyy-MM-dd.',
    });
    expect(faultSentence({ code: 'missing', field: 'source', expected: '' }, '').en).toBe(
      'Source is empty: it is required; fill it in.',
    );
  });
});
