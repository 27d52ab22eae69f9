import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CanonicalFieldName, Profile, type ProfileInput, canonicalFields } from '@tocsin/contracts';
import { personKey } from '../hash/person-key.ts';
import { fieldIndex } from '../row/field-index.ts';
import { planFor } from './plan.ts';
import { profileFaults } from './profile-faults.ts';
import { RecordMapper } from './record-mapper.ts';

const base = { name: 'test', label: { zh: '测试', en: 'Test' }, dates: ['yyyy-MM-dd'] } satisfies Partial<ProfileInput>;
const profileOf = (more: Partial<ProfileInput>): Profile =>
  Profile.parse({
    ...base,
    constants: { complaint_id: '1', received_at: '2026-01-01', source: 'self' },
    fields: {},
    otherColumns: 'ignore',
    ...more,
  });

function mapped(profile: Profile, record: Readonly<Record<string, string>>) {
  const plan = planFor(profile, Object.keys(record));
  if ('code' in plan) throw new Error(plan.code);
  const mapper = new RecordMapper(profile, plan, personKey('secret'));
  const values = canonicalFields.map(() => '');
  mapper.map(Object.values(record), values);
  return {
    faults: mapper.faults,
    of: (name: CanonicalFieldName) => values[fieldIndex[name]] ?? '',
  };
}
const productOf = (source: NonNullable<ProfileInput['fields']['product']>, record: Readonly<Record<string, string>>) =>
  mapped(profileOf({ fields: { product: source } }), record).of('product');

describe('columns', () => {
  it('are found whatever their width, case and white space', () => {
    expect(productOf({ column: 'Product Name' }, { ' ＰＲＯＤＵＣＴ　name ': 'a' })).toBe('a');
  });

  it('of several names the first that the file has counts', () => {
    const source = { column: 'a', aliases: ['b', 'c'] };
    expect(productOf(source, { c: '3', b: '2' })).toBe('2');
    expect(productOf(source, { c: '3', a: '1' })).toBe('1');
  });

  it('two of one name are refused rather than one taken', () => {
    const profile = profileOf({ fields: { product: { column: 'product' } } });
    expect(planFor(profile, ['product', 'Ｐroduct'])).toEqual({ code: 'column-twice', columns: ['Ｐroduct'] });
  });

  it('a second name beside the first is a column that nobody has spoken of', () => {
    const profile = profileOf({ fields: { product: { column: 'a', aliases: ['b'] } }, otherColumns: 'refuse' });
    expect(planFor(profile, ['a', 'b'])).toEqual({ code: 'column-unknown', columns: ['b'] });
  });

  it('are joined, empty ones left out', () => {
    const source = { column: 'a', more: ['b', 'c'], joiner: '-' };
    expect(productOf(source, { a: '1', b: ' ', c: '3' })).toBe('1-3');
    expect(productOf(source, { a: '', b: '', c: '' })).toBe('');
  });

  it('that rules and keys speak of must be there', () => {
    const profile = profileOf({
      kinds: [{ kind: 'chaser', when: { column: 'k', equals: ['x'] } }],
      naturalKey: ['n'],
      grain: { by: ['g'] },
    });
    expect(planFor(profile, ['z'])).toEqual({ code: 'column-missing', columns: ['k', 'n', 'g'] });
  });

  it('that a file of rejected rows adds are left out', () => {
    const profile = profileOf({ fields: { product: { column: 'p' } }, otherColumns: 'refuse' });
    expect(planFor(profile, ['p', 'tocsin_row', 'tocsin_reason'])).toHaveProperty('columns');
  });
});

describe('values', () => {
  it('are extracted, then looked up, then tried by rules, then the rest is decided', () => {
    const source = {
      column: 'a',
      extract: '^(?:P-)?(\\w+)$',
      values: { motor: 'car' },
      rules: [
        { matches: '^mo', value: 'rule one' },
        { matches: '^m', value: 'rule two' },
      ],
      otherwise: { value: 'other' },
    };
    const results = ['P-motor', 'ＭＯＴＯＲ', 'moped', 'P-m1', 'x', 'car', '!!'].map((a) => productOf(source, { a }));
    // ＭＯＴＯＲ is no \w; !! does not match: both become empty, not `other`.
    expect(results).toEqual(['car', '', 'rule one', 'rule two', 'other', 'car', '']);
  });

  it('are found in the dictionary whatever their width and case', () => {
    expect(productOf({ column: 'a', values: { 'Motor A': '1' } }, { a: 'ｍｏｔｏｒ　Ａ' })).toBe('1');
  });

  it('that nothing knows can be refused, with the field named', () => {
    const profile = profileOf({ fields: { product: { column: 'a', values: { x: '1' }, otherwise: 'refuse' } } });
    expect(mapped(profile, { a: 'y' }).faults).toEqual([
      { code: 'unmapped', field: 'product', value: 'y', expected: '' },
    ]);
    expect(mapped(profile, { a: '' }).faults).toEqual([]);
  });

  it('in one cell are mapped one by one', () => {
    const source = { column: 'a', separator: '、;', values: { 老年: 'elderly', 残障: 'disabled' } };
    const profile = profileOf({ fields: { special_groups: source } });
    expect(mapped(profile, { a: '老年、残障; x' }).of('special_groups')).toBe('elderly|disabled|x');
  });

  it('constants fill what is empty', () => {
    const constants = { complaint_id: '1', received_at: '2026-01-01', source: 'self', product: 'none' };
    const profile = profileOf({ fields: { product: { column: 'a' } }, constants });
    expect([mapped(profile, { a: ' ' }).of('product'), mapped(profile, { a: 'x' }).of('product')]).toEqual([
      'none',
      'x',
    ]);
  });
});

describe('kinds', () => {
  const profile = profileOf({
    fields: { kind: { column: 'kind' }, narrative: { column: 'text' } },
    kinds: [
      { kind: 'chaser', when: { column: 'text', matches: ['催办|催单'] } },
      { kind: 'enquiry', when: { column: 'text', equals: ['咨询'], matches: ['^请问'] } },
    ],
  });
  it.each([
    ['请问,催单', 'chaser'],
    ['咨询', 'enquiry'],
    ['请问', 'enquiry'],
    ['要咨询', 'complaint'],
  ])('%s is a %s', (text, kind) => {
    expect(mapped(profile, { kind: 'complaint', text }).of('kind')).toBe(kind);
  });
});

describe('the natural key', () => {
  const profile = profileOf({ naturalKey: ['day', 'who'], constants: { received_at: '2026-01-01', source: 'self' } });
  const idOf = (day: string, who: string) => mapped(profile, { day, who }).of('complaint_id');

  it('is the same for the same values, and another for others, hyphens and case included', () => {
    expect(idOf('2026-1-12', 'a')).toMatch(/^[0-9a-f]{16}$/);
    expect(idOf('2026-1-12', 'a')).toBe(idOf('2026-1-12 ', 'a'));
    expect(
      new Set([idOf('2026-1-12', 'a'), idOf('2026-11-2', 'a'), idOf('2026-1-12', 'A'), idOf('2026-1-1', '2a')]).size,
    ).toBe(4);
  });

  it('is none where all of it is empty', () => expect(idOf('', ' ')).toBe(''));
});

describe('mapping', () => {
  it('never loses what a column says: whatever the cells, each plain value arrives (property)', () => {
    const names = ['a', 'b', 'c'];
    const profile = profileOf({
      fields: { product: { column: 'a' }, outlet: { column: 'b' }, department: { column: 'c', values: { x: 'y' } } },
    });
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 3, maxLength: 3 }), (cells) => {
        const { of, faults } = mapped(profile, Object.fromEntries(cells.map((cell, at) => [names[at] ?? '', cell])));
        expect(faults).toEqual([]);
        const [a = '', b = '', c = ''] = cells.map((cell) => cell.trim());
        expect([of('product'), of('outlet'), of('department')]).toEqual([a, b, c.toLowerCase() === 'x' ? 'y' : c]);
      }),
    );
  });
});

describe('profileFaults', () => {
  const faultsOf = (more: Partial<ProfileInput>) => profileFaults(profileOf(more)).map(({ path }) => path);

  it.each(['(', 'a(?=b)', '(a)\\1', '(?<!x)y', 'a{1001}'])('refuses the pattern %s', (extract) => {
    expect(faultsOf({ fields: { product: { column: 'a', extract } } })).toEqual(['fields.product.extract']);
  });

  it('takes patterns that bring other engines to a stand, for this one is not', () => {
    const extract = '^(a+)+$';
    expect(faultsOf({ fields: { product: { column: 'a', extract } } })).toEqual([]);
    expect(productOf({ column: 'a', extract }, { a: `${'a'.repeat(5000)}!` })).toBe('a'.repeat(2000));
  });

  it('finds what cannot be meant', () => {
    expect(faultsOf({ dates: ['M/d/yyyy', 'd/M/yyyy H:mm'] })).toEqual(['dates']);
    expect(faultsOf({ timeZone: 'Asia/Nowhere' })).toEqual(['timeZone']);
    expect(faultsOf({ kinds: [{ kind: 'praise', when: { column: 'a' } }] })).toEqual(['kinds.0', 'kinds.0']);
    expect(faultsOf({ constants: { source: 'self' } })).toEqual(['fields.complaint_id', 'fields.received_at']);
    expect(faultsOf({ fields: { product: { column: 'a', gather: 'sum' } } })).toEqual(['fields.product.gather']);
    expect(faultsOf({ fields: { product: { column: 'a' } }, ignored: ['Ａ'] })).toEqual(['fields.product']);
  });
});
