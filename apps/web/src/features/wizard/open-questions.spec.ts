import { describe, expect, it } from 'vitest';
import { type Column, choose, emptyDraft, withConstant, withSource } from './draft.ts';
import { draftProblems } from './draft-problems.ts';
import { type Question, openQuestions, withChoice, withDayOrder } from './open-questions.ts';

const column = (name: string, samples: string[]): Column => ({ name, samples, filled: 1, suggestion: null });
const number = column('流水', ['T-1']);
const day = column('哪天', ['3/4/2026', '5/6/2026']);
const status = column('状态', ['办结', '搁置']);
const columns = [number, day, status];

const sentence = { zh: '请选择。', en: 'Choose.' };
const question = (code: string, field: string, more: Partial<Question> = {}): Question => ({
  ...{ code, field, column: '', choices: [], values: [], sentence },
  ...more,
});
const order = question('day-order', 'received_at', { column: '哪天', choices: ['M/d/yyyy', 'd/M/yyyy'] });
const codes = question('unknown-codes', 'status', { column: '状态', choices: ['open', 'closed'], values: ['搁置'] });
const source = question('source', 'source', { choices: ['self', 'regulator'] });
const id = question('complaint-id', 'complaint_id', { choices: ['流水'] });
const all = [order, codes, source, id];

const mapped = choose(choose(emptyDraft(), day, 'received_at'), status, 'status');
const open = (draft = mapped) => openQuestions(all, draft, columns).map(({ code }) => code);

describe('the questions of a file', () => {
  it('are open until the draft has an answer', () => {
    expect(open()).toEqual(['day-order', 'unknown-codes', 'source', 'complaint-id']);
  });

  it('are answered by choices, and then nothing stands in the way of the import', () => {
    const ordered = withDayOrder(mapped, order, columns, 'day-first');
    expect(ordered.fields.received_at).toMatchObject({ column: '哪天', dates: ['d/M/yyyy'] });
    const sourced = withChoice(ordered, source, columns, 'regulator');
    expect(sourced.constants).toEqual({ source: 'regulator' });
    const numbered = withChoice(sourced, id, columns, '流水');
    const whole = withSource(numbered, 'status', { values: { 搁置: 'open', 办结: 'closed' } });
    expect(open(whole)).toEqual([]);
    expect(draftProblems(whole, columns)).toEqual([]);
  });

  it('about dates are answered for a column that nothing reads yet, too', () => {
    const draft = withDayOrder(emptyDraft(), order, columns, 'month-first');
    expect(draft.fields.received_at).toEqual({ column: '哪天', dates: ['M/d/yyyy'] });
  });

  it('go with what a person does by hand: a column left out, a key, a rule for all other values', () => {
    const out = choose(choose(mapped, day, 'ignored'), status, 'ignored');
    expect(open({ ...out, naturalKey: ['流水'] })).toEqual(['source']);
    expect(open(withConstant(mapped, 'source', 'self'))).not.toContain('source');
    expect(open(withSource(mapped, 'status', { otherwise: 'refuse' }))).not.toContain('unknown-codes');
  });
});
