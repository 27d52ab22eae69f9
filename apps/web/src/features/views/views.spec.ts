import type { SavedView } from '@tocsin/contracts';
import { describe, expect, it } from 'vitest';
import { startFor } from './use-views.ts';

const view = (more: Partial<SavedView>): SavedView => ({
  ...{ id: 'a', version: 1, owner: 'li', mayChange: false, savedAt: '2026-11-01T00:00:00.000Z' },
  ...{ name: 'x', page: 'trends', query: 'split=line&region=!370000', visibility: 'shared', defaultFor: ['executive'] },
  ...more,
});
const every = () => true;

describe('where a role starts', () => {
  it('is its own page when no view says otherwise', () => {
    const names = (['executive', 'risk', 'analyst', 'operator'] as const).map((role) => startFor(role, [], every).name);
    expect(names).toEqual(['overview', 'alerts', 'trends', 'imports']);
  });

  it('is the newest view shared as its default, with what stands in its address', () => {
    const newer = view({ id: 'b', page: 'alerts', query: '', savedAt: '2026-11-02T00:00:00.000Z' });
    expect(startFor('executive', [view({}), newer], every)).toEqual({ name: 'alerts', query: {} });
    expect(startFor('executive', [view({})], every)).toEqual({
      name: 'trends',
      query: { split: 'line', region: '!370000' },
    });
    expect(startFor('risk', [view({})], every).name).toBe('alerts');
  });

  it('is never a page that is not there', () => {
    expect(startFor('executive', [view({ page: 'gone' })], () => false).name).toBe('overview');
  });
});
