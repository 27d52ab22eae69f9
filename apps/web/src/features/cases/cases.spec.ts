import { describe, expect, it } from 'vitest';
import { emptyLists } from '../filter/empty-lists.ts';
import { casesFromUrl, casesQuery, wordsOf } from './cases-state.ts';
import { dueState } from './due-state.ts';
import { markedParts } from './marked-parts.ts';

const marked = (text: string, ...words: string[]) =>
  markedParts(text, words)
    .map(({ text: part, isMarked }) => (isMarked ? `[${part}]` : part))
    .join('');

describe('the address of a list of complaints', () => {
  it('is read with its defaults, and nonsense is none', () => {
    expect(casesFromUrl({})).toEqual({ q: '', due: undefined, marks: [], order: 'newest', whenever: false });
    const nonsense = { q: ['a'], due: 'soon', marks: 'loud,repeat', order: 'best', whenever: '1' };
    expect(casesFromUrl(nonsense)).toEqual({
      ...{ q: '', due: undefined, marks: ['repeat'], order: 'newest', whenever: false },
    });
    expect(casesFromUrl({ q: ' 退保 TS1 ', due: 't5', order: 'due', whenever: 'true' })).toMatchObject({
      ...{ q: '退保 TS1', due: 't5', order: 'due', whenever: true },
    });
  });

  it('becomes a question with the filter in it', () => {
    const lists = { ...emptyLists(), line: ['life'] };
    const filter = { from: '2026-10-01', until: '2026-11-01', basis: 'company', lists } as const;
    const query = casesQuery(filter, casesFromUrl({ q: '退保', due: 'overdue', marks: 'group', whenever: 'true' }));
    expect(query).toMatchObject({ from: '2026-10-01', basis: 'company', line: ['life'], q: '退保', due: 'overdue' });
    expect(query).toMatchObject({ marks: ['group'], whenever: true });
    expect(wordsOf(' 全额  退保 ')).toEqual(['全额', '退保']);
  });
});

describe('marked words', () => {
  it('are those that the search found, each time they stand there', () => {
    expect(marked('要求退保，再退保', '退保')).toBe('要求[退保]，再[退保]');
    expect(marked('要求退保', '退款')).toBe('要求退保');
    expect(marked('Refund refund', 'refund')).toBe('Refund [refund]');
    expect(marked('', '退保')).toBe('');
  });

  it('that overlap are one', () => {
    expect(marked('全额退保费', '全额退', '退保')).toBe('[全额退保]费');
    expect(marked('aaaa', 'aa')).toBe('[aaaa]');
    expect(marked('退保', '')).toBe('退保');
  });
});

describe('how a complaint stands to its due day', () => {
  const open = { status: 'open', dueOn: '2026-11-20', closedOn: null };
  it.each([
    [open, '2026-11-19', 'running'],
    [open, '2026-11-20', 'today'],
    [open, '2026-11-21', 'overdue'],
    [{ ...open, dueOn: null }, '2026-11-21', 'none'],
    [{ ...open, status: 'closed', closedOn: '2026-11-20' }, '2026-11-25', 'closed'],
    [{ ...open, status: 'closed', closedOn: '2026-11-21' }, '2026-11-25', 'late'],
    [{ ...open, status: 'closed' }, '2026-11-25', 'closed'],
    [{ ...open, status: 'withdrawn', closedOn: '2026-11-25' }, '2026-11-25', 'withdrawn'],
  ])('%j on %s: %s', (facts, asOf, state) => {
    expect(dueState(facts, asOf)).toBe(state);
  });
});
