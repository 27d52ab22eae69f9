import { describe, expect, it } from 'vitest';
import { filterCount, filterFromUrl, filterToUrl } from './filter-state.ts';
import { emptyLists } from './empty-lists.ts';

const october = { from: '2026-10-01', until: '2026-11-01' };

describe('the filter in the address', () => {
  it('comes back from the address as it went in', () => {
    const filter = {
      from: '2026-01-01',
      until: '2026-04-01',
      basis: 'company' as const,
      lists: { ...emptyLists(), region: ['340000', '370000'], reason: ['claim.delay'] },
    };
    expect(filterFromUrl(filterToUrl(filter), october)).toEqual(filter);
  });

  it('reads every address back to an equal one', () => {
    const address = { from: '2026-02-01', until: '2026-03-01', basis: 'regulator', line: 'life,property.motor' };
    expect(filterToUrl(filterFromUrl(address, october))).toEqual(address);
  });

  it('takes the last complete month and the regulator’s basis when the address is bare', () => {
    expect(filterFromUrl({}, october)).toEqual({ ...october, basis: 'regulator', lists: emptyLists() });
  });

  it.each([
    ['a day that does not exist', { from: '2026-02-30', until: '2026-03-10' }],
    ['an end before the beginning', { from: '2026-03-10', until: '2026-03-01' }],
    ['half a period', { from: '2026-03-10' }],
    ['nonsense', { from: 'yesterday', until: ['2026-03-01', 'x'] }],
  ])('falls back on %s', (_, query) => {
    expect(filterFromUrl(query, october)).toMatchObject(october);
  });

  it('accepts repeated and comma-joined codes, once each, in their order', () => {
    expect(filterFromUrl({ region: ['340000,110000', '340000', ''] }, october).lists.region).toEqual([
      '340000',
      '110000',
    ]);
  });

  it('counts the dimensions that are cut', () => {
    expect(filterCount(filterFromUrl({ region: 'a,b', link: 'claim' }, october))).toBe(2);
  });
});
