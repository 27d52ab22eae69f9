import { describe, expect, it } from 'vitest';
import { emptyLists } from '../filter/empty-lists.ts';
import type { FilterState } from '../filter/filter-state.ts';
import { onlyMark, withoutMark } from './mark.ts';
import { markActions } from './mark-actions.ts';

const filter: FilterState = {
  ...{ from: '2026-10-01', until: '2026-11-01', basis: 'regulator' },
  lists: { ...emptyLists(), line: ['life'] },
};
const anhui = { name: '安徽', dimension: 'region', code: '340000' } as const;
const week = { from: '2026-10-05', until: '2026-10-12' };
const situation = { filter, view: { grain: 'week', split: 'region' }, hasPage: () => true };

describe('a mark', () => {
  it('narrows the filter to its value and its days', () => {
    const { lists, ...rest } = onlyMark(filter, { ...anhui, period: week });
    expect(rest).toEqual({ ...week, basis: 'regulator' });
    expect([lists.region, lists.line]).toEqual([['340000'], ['life']]);
  });

  it('is left out beside what is already kept or left out', () => {
    const some = { ...filter, lists: { ...filter.lists, region: ['!110000'] } };
    expect(withoutMark(some, anhui)?.lists.region).toEqual(['!110000', '!340000']);
    const kept = { ...filter, lists: { ...filter.lists, region: ['340000', '110000'] } };
    expect(withoutMark(kept, anhui)?.lists.region).toEqual(['110000']);
  });

  it('cannot be left out where nothing would remain, nor the rest of many', () => {
    expect(withoutMark({ ...filter, lists: { ...filter.lists, region: ['340000'] } }, anhui)).toBeUndefined();
    expect(withoutMark(filter, { ...anhui, code: '…' })).toBeUndefined();
    expect(withoutMark(filter, { name: '', period: week })).toBeUndefined();
  });

  it('without a value can be left out, but not kept: lists have no word for it', () => {
    const unknown = { ...anhui, code: '' };
    expect(withoutMark(filter, unknown)?.lists.region).toEqual(['!']);
    expect(markActions(unknown, situation).map(({ id }) => id)).not.toContain('only');
  });
});

describe('what can be done with a mark', () => {
  it('is a list in a fixed order, with the filter in every address', () => {
    const actions = markActions({ ...anhui, period: week, measure: 'complaints' }, situation);
    expect(actions.map(({ id }) => id)).toEqual([
      'break-out',
      'only',
      'only-period',
      'exclude',
      'why',
      'cases',
      'rule',
    ]);
    expect(actions.find(({ id }) => id === 'cases')?.to).toEqual({
      path: '/cases',
      query: { ...week, basis: 'regulator', region: '340000', line: 'life', measure: 'complaints' },
    });
    expect(actions.find(({ id }) => id === 'rule')?.to).toMatchObject({
      path: '/rules/new',
      query: { grain: 'week', measure: 'complaints', region: '340000' },
    });
    expect(actions.find(({ id }) => id === 'exclude')?.to?.query).toMatchObject({ grain: 'week', region: '!340000' });
  });

  it('leads to pages that stand', () => {
    const actions = markActions(anhui, { ...situation, hasPage: (path) => path === '/trends' });
    expect(actions.map(({ id }) => id)).toEqual(['break-out', 'only', 'exclude']);
  });

  it('breaks out by every other dimension and remembers the way', () => {
    const [breakOut] = markActions(anhui, situation);
    expect(breakOut?.by?.map(({ dimension }) => dimension)).not.toContain('region');
    const byReason = breakOut?.by?.find(({ dimension }) => dimension === 'reason')?.to;
    expect(byReason).toMatchObject({ path: '/trends', query: { split: 'reason', region: '340000', trail: 'region' } });
  });
});
