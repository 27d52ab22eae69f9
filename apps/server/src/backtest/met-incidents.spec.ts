import type { Contributor, Dimension, KnownIncident, RuleKind, Slice } from '@tocsin/contracts';
import { describe, expect, it } from 'vitest';
import { incidentsOf } from './met-incidents.ts';

const incident = (id: string, slice: Slice, from = '2026-03-10', until = '2026-03-20'): KnownIncident => ({
  ...{ id, label: { zh: id, en: id }, from, until, slice, origin: 'file', note: '' },
});
const warning = (slice: Slice, firstBucket = '2026-03-09', lastBucket = firstBucket) => ({
  ...{ slice, firstBucket, lastBucket, grain: 'week' as const, contributors: [] },
});
const storm = incident('storm', { region: '350000', line: 'property.motor' });

it.each<[string, ReturnType<typeof warning>, boolean]>([
  ['the same region', warning({ region: '350000' }), true],
  ['a line above the incident’s', warning({ line: 'property' }), true],
  ['another region', warning({ region: '340000', line: 'property.motor' }), false],
  ['nothing that the incident names', warning({ reason: 'claim' }), false],
  ['the whole company', warning({}), true],
  ['the week before it began', warning({ region: '350000' }, '2026-03-02'), false],
  ['the week after it ended', warning({ region: '350000' }, '2026-03-23'), false],
  ['a time that it lies within', warning({ region: '350000' }, '2026-03-02', '2026-04-06'), true],
])('a warning about %s', (_, one, isOfIt) => {
  expect(incidentsOf(one, 'series', [storm])).toEqual(isOfIt ? [storm] : []);
});

it('of several incidents a warning belongs to the one it shares most with', () => {
  const wide = incident('wide', { region: '350000' });
  const one = warning({ region: '350000', line: 'property.motor' });
  expect(incidentsOf(one, 'series', [wide, storm])).toEqual([storm]);
});

const member = (dimension: Dimension, code: string): Contributor => ({
  ...{ dimension, code, observed: 9, expected: 3, excess: 6, share: 0.5 },
});
const cluster = (...contributors: Contributor[]) => ({ ...warning({}), contributors });

describe('a warning about a cluster', () => {
  it('meets an incident through any of its places, and one for each of them', () => {
    const [east, south] = [incident('east', { region: '320000' }), incident('south', { region: '350000' })];
    const places = cluster(member('region', '320000'), member('region', '340000'), member('region', '350000'));
    expect(incidentsOf(places, 'scan', [south, east])).toEqual([east, south]);
    expect(incidentsOf(places, 'scan', [incident('west', { region: '650000' })])).toEqual([]);
  });

  it('of cities meets what is known of their region, or of the very city', () => {
    const hefei = cluster(member('city', '340100'));
    const [anhui, city, other] = [
      incident('anhui', { region: '340000' }),
      incident('city', { city: '340100' }),
      incident('other', { city: '340200' }),
    ];
    expect(incidentsOf(hefei, 'scan', [anhui])).toEqual([anhui]);
    expect(incidentsOf(hefei, 'scan', [other, city])).toEqual([city]);
  });

  it('of organisations meets what is known of one above or below', () => {
    const branch = cluster(member('organisation', 'hq.ah.01'));
    expect(incidentsOf(branch, 'scan', [incident('above', { organisation: 'hq.ah' })])).toHaveLength(1);
    expect(incidentsOf(branch, 'scan', [incident('beside', { organisation: 'hq.sd' })])).toEqual([]);
  });

  it('is not one of the whole company, though its slice is empty', () =>
    expect(incidentsOf(cluster(member('region', '650000')), 'scan', [storm])).toEqual([]));
});

it.each<[string, RuleKind, Slice, number]>([
  ['a matter of fact in its region', 'trigger', { region: '350000' }, 1],
  ['a matter of fact of which no place is known', 'trigger', {}, 0],
  ['a delivery that did not come', 'missing-feed', {}, 0],
])('a warning about %s', (_, kind, slice, met) => expect(incidentsOf(warning(slice), kind, [storm])).toHaveLength(met));
