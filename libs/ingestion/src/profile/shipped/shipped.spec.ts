import { describe, expect, it } from 'vitest';
import { type CanonicalFieldName, canonicalFields } from '@tocsin/contracts';
import { personKey } from '../../hash/person-key.ts';
import { fieldIndex } from '../../row/field-index.ts';
import { headingKey } from '../heading.ts';
import { planFor } from '../plan.ts';
import { profileFaults } from '../profile-faults.ts';
import { RecordMapper } from '../record-mapper.ts';
import { canonicalProfile } from './canonical.ts';
import { cfpbProfile } from './cfpb.ts';
import { connecticutProfile } from './connecticut.ts';
import { shippedProfiles } from './shipped.ts';

function map(profile = canonicalProfile, columns: readonly string[], cells: readonly string[]) {
  const plan = planFor(profile, columns);
  if ('code' in plan) throw new Error(JSON.stringify(plan));
  const values = canonicalFields.map(() => '');
  new RecordMapper(profile, plan, personKey('secret')).map(cells, values);
  return Object.fromEntries(
    canonicalFields
      .map(({ name }): [CanonicalFieldName, string] => [name, values[fieldIndex[name]] ?? ''])
      .filter(([, value]) => value !== ''),
  );
}

describe.each(shippedProfiles.map((profile) => [profile.name, profile] as const))('the profile %s', (_, profile) => {
  it('can be used', () => expect(profileFaults(profile)).toEqual([]));
});

describe('the canonical profile', () => {
  it('gives each heading to one field', () => {
    const headings = Object.entries(canonicalProfile.fields).flatMap(([name, source]) =>
      [source.column, ...(source.aliases ?? [])].map((heading) => [headingKey(heading), name] as const),
    );
    const fieldOf = new Map<string, string>();
    const shared = headings.filter(
      ([heading, name]) => (fieldOf.get(heading) ?? name) !== (fieldOf.set(heading, name) && name),
    );
    expect(shared).toEqual([]);
  });

  it('reads a Chinese export: headings, names of codes, several groups in a cell', () => {
    const columns = [
      '投诉单号',
      '投诉日期',
      '投诉来源',
      '投诉渠道',
      '省份',
      '险种大类',
      '销售渠道',
      '业务环节',
      '投诉原因',
      '状态',
      '特殊群体',
      '来件性质',
      '是否属实',
    ];
    const cells = [
      'T1',
      '2026年3月5日',
      '监管转办',
      '来电',
      '广西壮族自治区',
      '车险',
      '个险',
      '理赔给付',
      '定核损金额',
      '结案',
      '老年、残障',
      '投诉',
      '部分属实',
    ];
    expect(map(canonicalProfile, columns, cells)).toEqual({
      complaint_id: 'T1',
      received_at: '2026年3月5日',
      source: 'regulator',
      intake_channel: 'phone',
      region: '450000',
      line: 'property.motor',
      sales_channel: 'agent',
      link: 'claim',
      reason: 'claim.amount',
      status: 'closed',
      special_groups: 'elderly|disabled',
      kind: 'complaint',
      outcome: 'partly',
    });
  });

  it('leaves a name that two codes share as it is', () => {
    const columns = ['complaint_id', 'received_at', 'source', 'reason'];
    expect(map(canonicalProfile, columns, ['1', '2026-01-01', 'self', '服务态度']).reason).toBe('服务态度');
  });
});

const ROW = [
  '8/30/2013',
  'Debt collection',
  '',
  'Problem',
  'None',
  'None',
  '',
  'Acme',
  'TX',
  '',
  'Older American, Servicemember',
  '',
  'Postal mail',
  '9/3/2013',
  'Closed with explanation',
  'Yes',
  'No',
  '511074',
];
const READ = {
  complaint_id: '511074',
  received_at: '8/30/2013',
  source: 'regulator',
  kind: 'complaint',
  line: 'Debt collection',
  reason: 'Problem',
  organisation: 'Acme',
  region: 'US-TX',
  special_groups: 'elderly|servicemember',
  intake_channel: 'letter',
  status: 'closed',
  settlement: 'Closed with explanation',
};
const TITLES =
  'Date received,Product,Sub-product,Issue,Sub-issue,Consumer complaint narrative,Company public response,Company,State,ZIP code,Tags,Consumer consent provided?,Submitted via,Date sent to company,Company response to consumer,Timely response?,Consumer disputed?,Complaint ID';
const SNAKE =
  'date_received,product,sub_product,issue,sub_issue,consumer_complaint_narrative,company_public_response,company,state,zipcode,tags,consumer_consent_provided,submitted_via,date_sent_to_company,company_response_to_consumer,timely_response,consumer_disputed?,complaint_id';

describe('the CFPB profile', () => {
  it.each([
    ['titles', TITLES.split(',')],
    ['snake case', SNAKE.split(',')],
    ['no header', ROW.map((_, place) => `column ${place + 1}`)],
  ])('reads a file with %s', (_, columns) => {
    expect(map(cfpbProfile, columns, ROW)).toEqual(READ);
  });

  it('keeps issue and sub-issue as two levels', () => {
    expect(map(cfpbProfile, TITLES.split(','), ROW.with(4, 'Fees')).reason).toBe('Problem.Fees');
  });
});

describe('the Connecticut profile', () => {
  it('gathers by the file number', () => expect(connecticutProfile.grain).toEqual({ by: ['file_no'] }));
});
