import { describe, expect, it } from 'vitest';
import { sources } from '@tocsin/contracts';
import { fittingFormats, isAmbiguous, likelyFormats, needsDayOrder } from './date-fit.ts';
import {
  type Column,
  choiceOf,
  choose,
  emptyDraft,
  fieldsOf,
  openFields,
  withConstant,
  withSource,
  withSuggestions,
} from './draft.ts';
import { draftProblems } from './draft-problems.ts';
import { mappedValues, valuesByName, withValue } from './value-map.ts';

const column = (name: string, samples: string[] = []): Column => ({ name, samples, filled: 1, suggestion: null });
const id = column('编号', ['T-1']);
const day = column('日期', ['3/4/2026', '5/6/2026']);
const from = column('来源', ['监管', '自收']);

const complete = () => {
  const mapped = [
    [id, 'complaint_id'],
    [day, 'received_at'],
    [from, 'source'],
  ] as const;
  return mapped.reduce((draft, [one, field]) => choose(draft, one, field), emptyDraft());
};

describe('date formats', () => {
  it('are narrowed down to those in which every sample can be read', () => {
    expect(fittingFormats(['2026-03-04', '2026-12-31'])).toEqual(['yyyy-MM-dd', 'yyyy-M-d']);
    expect(fittingFormats(['3/4/2026', '12/31/2026'])).toEqual(['M/d/yyyy']);
    expect(fittingFormats(['31/12/2026', ''])).toEqual(['d/M/yyyy']);
    expect(fittingFormats(['2026年3月4日'])).toEqual(['yyyy年M月d日']);
    expect(fittingFormats(['2026.3.4'])).toEqual(['yyyy.M.d']);
    expect(fittingFormats(['45000'])).toEqual(['excel-serial']);
    expect(fittingFormats(['20260304'])).toEqual(['yyyyMMdd']);
    expect(fittingFormats(['soon'])).toEqual([]);
  });

  it('are ambiguous when day and month could change places', () => {
    expect(isAmbiguous(fittingFormats(['3/4/2026', '5/6/2026']))).toBe(true);
    expect(isAmbiguous(fittingFormats(['3/4/2026', '5/16/2026']))).toBe(false);
  });

  it('need a person where they could be read both ways, until one order is chosen', () => {
    const samples = ['3/4/2026', '13/13/2026'];
    expect(needsDayOrder(samples, ['yyyy-MM-dd'])).toBe(true);
    expect(needsDayOrder(samples, ['M/d/yyyy', 'd/M/yyyy'])).toBe(true);
    expect(needsDayOrder(samples, ['d/M/yyyy'])).toBe(false);
    expect(needsDayOrder(['2026-03-04'], ['yyyy-MM-dd'])).toBe(false);
  });

  it('that most samples have are offered where one of them is broken', () => {
    expect(likelyFormats(['2026-03-04', '2026-03-05', '无'])).toEqual(['yyyy-MM-dd', 'yyyy-M-d']);
  });
});

describe('a draft', () => {
  it('gives a column one field, and a field one column', () => {
    const first = choose(emptyDraft(), id, 'complaint_id');
    const moved = choose(first, id, 'linked_to');
    expect(fieldsOf(moved, '编号')).toEqual(['linked_to']);
    const other = choose(moved, column('单号'), 'linked_to');
    expect([choiceOf(other, '编号'), choiceOf(other, '单号')]).toEqual(['', 'linked_to']);
  });

  it('leaves a column out on purpose, and takes it in again', () => {
    const out = choose(emptyDraft(), id, 'ignored');
    expect(choiceOf(out, '编号')).toBe('ignored');
    expect(choose(out, id, 'complaint_id').ignored).toEqual([]);
  });

  it('has a column or a constant for a field, not both', () => {
    const fixed = withConstant(emptyDraft(), 'source', 'regulator');
    expect(choose(fixed, from, 'source').constants).toEqual({});
    expect(openFields(fixed)[0]?.name).toBe('complaint_id');
  });
});

describe('a proposal', () => {
  it('maps a column that only lacks a person’s word on its dates, and leaves doubtful ones open', () => {
    const sure = { field: 'received_at', confidence: 0.9, because: { zh: '', en: '' } };
    const columns = [
      { ...day, suggestion: sure },
      { ...from, suggestion: { ...sure, field: 'source', confidence: 0.3 } },
    ];
    const draft = withSuggestions(emptyDraft(), columns);
    expect(draft.fields).toEqual({ received_at: { column: '日期' } });
    expect(draftProblems(draft, columns).map(({ kind }) => kind)).toContain('ambiguous');
  });
});

describe('what must be settled first', () => {
  it('are required fields, dates that can be read two ways, and columns without a word', () => {
    const problems = draftProblems(choose(emptyDraft(), day, 'received_at'), [id, day]);
    expect(problems.map((one) => [one.kind, 'field' in one ? one.field : one.column])).toEqual([
      ['missing', 'complaint_id'],
      ['missing', 'source'],
      ['ambiguous', 'received_at'],
      ['open', '编号'],
    ]);
  });

  it('is nothing once a person has said which number is the day', () => {
    const chosen = withSource(complete(), 'received_at', { dates: ['M/d/yyyy'] });
    expect(draftProblems(chosen, [id, day, from])).toEqual([]);
  });

  it('a key made of columns stands in for the complaint number, and uses them', () => {
    const { complaint_id: _, ...fields } = complete().fields;
    const keyed = withSource({ ...complete(), fields, naturalKey: ['编号'] }, 'received_at', { dates: ['d/M/yyyy'] });
    expect(draftProblems(keyed, [id, day, from])).toEqual([]);
  });

  it('is a date that no chosen format can read', () => {
    const proved = column('日期', ['25/3/2026']);
    const wrong = withSource(complete(), 'received_at', { dates: ['yyyy-MM-dd'] });
    expect(draftProblems(wrong, [id, proved, from])).toEqual([
      { kind: 'no-format', field: 'received_at', column: '日期', sample: '25/3/2026' },
    ]);
  });
});

describe('a dictionary', () => {
  it('knows the names of codes in both languages', () => {
    expect(valuesByName(sources, ['监管转办', 'Received directly', '12378'])).toEqual({
      监管转办: 'regulator',
      'Received directly': 'self',
    });
  });

  it('shows first the values that a closed list cannot place', () => {
    const source = { column: '来源', values: { 监管: 'regulator' } };
    expect(mappedValues(source, ['监管', '自收', 'self'], sources)).toEqual([
      { from: '自收', to: '', isUnknown: true },
      { from: '监管', to: 'regulator', isUnknown: false },
      { from: 'self', to: 'self', isUnknown: false },
    ]);
  });

  it('splits cells that hold several values', () => {
    const source = { column: 'x', separator: '、' };
    expect(mappedValues(source, ['甲、乙', '乙'], sources).map(({ from: value }) => value)).toEqual(['甲', '乙']);
  });

  it('forgets a value that is taken out, and is gone when empty', () => {
    expect(withValue({ a: '1' }, 'b', '2')).toEqual({ a: '1', b: '2' });
    expect(withValue({ a: '1' }, 'a', '')).toBeUndefined();
  });
});
