import { describe, expect, it } from 'vitest';
import { emptyLists } from './empty-lists.ts';
import { sliceLabel } from './slice-label.ts';
import { inTreeOrder } from './use-options.ts';

const filter = { from: '2026-01-01', until: '2026-02-01', basis: 'regulator' as const, lists: emptyLists() };
const label = (_: string, code: string) => code.toUpperCase();
const words = { separator: '、', all: '全部业务', without: (names: string) => `不含${names}` };

describe('labels', () => {
  it('say the whole when nothing is cut', () => {
    expect(sliceLabel(filter, '监管口径', label, words)).toBe('监管口径 · 全部业务');
  });

  it('name three values and count the rest', () => {
    const lists = { ...filter.lists, region: ['a', 'b', 'c', 'd', 'e'], link: ['x'] };
    expect(sliceLabel({ ...filter, lists }, '监管口径', label, words)).toBe('监管口径 · A、B、C +2 · X');
  });

  it('say what is left out', () => {
    const lists = { ...filter.lists, region: ['a', '!b'], link: ['!x', '!y'] };
    expect(sliceLabel({ ...filter, lists }, '监管口径', label, words)).toBe('监管口径 · A · 不含B · 不含X、Y');
  });

  it('put children under their parents, whatever order they come in', () => {
    const codes = ['b.2', 'a', 'b', 'a.1', 'b.1', 'orphan.1'].map((code) => ({ code }));
    expect(inTreeOrder(codes).map(({ code }) => code)).toEqual(['a', 'a.1', 'b', 'b.2', 'b.1', 'orphan.1']);
  });
});
