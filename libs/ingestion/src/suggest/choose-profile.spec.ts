import { type Layout, Profile, type ProfileInput } from '@tocsin/contracts';
import { describe, expect, it } from 'vitest';
import { personKey } from '../hash/person-key.ts';
import { shippedProfiles } from '../profile/shipped/shipped.ts';
import { chooseProfile } from './choose-profile.ts';

const layout: Layout = {
  ...{ packing: 'none', entry: '', format: 'csv', encoding: 'utf-8' },
  ...{ delimiter: ',', headerRow: 1, sheet: '', footer: true },
};
const options = {
  timeZone: 'Asia/Shanghai',
  now: Date.parse('2026-11-22') / 1000,
  batchId: 'choice',
  personKey: personKey('choice'),
};
const branch = (name: string, more: Partial<ProfileInput> = {}): Profile =>
  Profile.parse({
    name,
    label: { zh: '分公司', en: 'Branch' },
    dates: ['yyyy/M/d'],
    fields: { complaint_id: { column: '流水' }, received_at: { column: '哪天' } },
    constants: { source: 'self' },
    ...more,
  });
const choose = (columns: string[], records: string[][], stored: Profile[] = [], format: Layout['format'] = 'csv') =>
  chooseProfile([...shippedProfiles, ...stored], { layout: { ...layout, format }, columns }, records, options);
const COLUMNS = ['流水', '哪天'];
const ROWS = [
  ['1', '2026/3/1'],
  ['2', '2026/3/2'],
];

describe('canonical headings', () => {
  it.each([
    ['its own names', ['complaint_id', 'received_at', 'source'], ['1', 'not a date', 'nobody']],
    ['Chinese names', ['投诉单号', '受理日期', '来源'], ['1', '2026-01-01', '自收']],
  ])('stay canonical: %s', (_, columns, record) => {
    const alike = branch('alike', {
      fields: {
        complaint_id: { column: columns[0] ?? '' },
        received_at: { column: columns[1] ?? '' },
        source: { column: columns[2] ?? '' },
      },
      constants: {},
    });
    expect(choose(columns, [record], [alike])).toMatchObject({ profile: 'canonical' });
  });

  it('of JSON may have other keys beside them; of a table not, and they are named', () => {
    const columns = ['complaint_id', 'received_at', 'source', 'mood'];
    const records = [['1', '2026-01-01', 'self', 'bad']];
    expect(choose(columns, records, [], 'ndjson')).toMatchObject({ profile: 'canonical' });
    expect(choose(columns, records)).toMatchObject({
      refusal: { en: expect.stringMatching(/canonical.*mood.*suggest FILE/) },
    });
  });
});

describe('another layout', () => {
  it('takes the one profile that fits it, and says why', () => {
    expect(choose(COLUMNS, ROWS, [branch('branch')])).toEqual({
      profile: 'branch',
      because: {
        zh: expect.stringContaining('2 列都在模板 branch（分公司）中，抽查的行有 100% 可接收，没有其他模板适合'),
        en: expect.stringContaining('it takes 100% of the rows looked at, and no other fits'),
      },
    });
  });

  it('takes the better of two by far, and neither of two that fit alike', () => {
    const american = branch('american', { dates: ['M/d/yyyy'] });
    expect(choose(COLUMNS, ROWS, [branch('branch'), american])).toMatchObject({ profile: 'branch' });
    const alike = choose(COLUMNS, ROWS, [branch('branch'), branch('copy')]);
    expect(alike).toMatchObject({ refusal: { zh: expect.stringContaining('不止一个（branch, copy）') } });
  });

  it('takes none that can read too few of the rows', () => {
    const mostlyWrong = [...ROWS, ['3', 'x'], ['4', 'x'], ['5', 'x']];
    expect(choose(COLUMNS, mostlyWrong, [branch('branch')])).toMatchObject({
      refusal: { en: expect.stringContaining('branch, which takes only 40%') },
    });
  });

  it('is refused where none fits, with the columns that the nearest one misses and what to do', () => {
    const choice = choose(
      ['file_no', 'subcoverage', 'subreason', 'disposition_bucket'],
      [['1', 'a', 'b', 'ambiguous']],
    );
    expect(choice).toMatchObject({
      refusal: {
        zh: expect.stringMatching(/最接近的是 connecticut：文件缺少列 opened：.*导入向导/),
        en: expect.stringMatching(/nearest is connecticut: The file lacks the columns opened.*wizard/),
      },
    });
    expect(choose(['a', 'b'], [['1', '2']])).toMatchObject({
      refusal: {
        en: expect.stringContaining(
          'nearest is canonical: The file lacks the columns complaint_id, received_at, source',
        ),
      },
    });
  });
});
