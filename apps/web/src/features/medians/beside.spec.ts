import type { GetMediansReply } from '@tocsin/contracts';
import { expect, it } from 'vitest';
import { emptyLists } from '../filter/empty-lists.ts';
import { mediansBeside } from './beside.ts';

const median = (sector: 'property' | 'life', region = '全国'): GetMediansReply['medians'][number] => ({
  ...{ period: '2026Q1', from: '2026-01-01', until: '2026-04-01', region, sector, measure: 'per_100m_premium' },
  ...{ value: 4.5, unit: '件/亿元', derived: false, versions: 1, note: '' },
  bulletin: { title: '2026Q1通报', url: '' },
});
const published = [median('property'), median('life'), median('life', '广东')];
const beside = (lists: object = {}, from = '2026-01-01') =>
  mediansBeside(published, { from, until: '2026-04-01', lists: { ...emptyLists(), ...lists } });

it('are those of just this period and the whole country', () => {
  expect(beside()).toEqual({ medians: published.slice(0, 2), why: undefined });
  expect(beside({}, '2026-02-01')).toEqual({ medians: [], why: 'whyPeriod' });
});

it('are of the sector that the lines belong to', () => {
  expect(beside({ line: ['life.annuity'] }).medians).toEqual([published[1]]);
});

it('are none for a region', () => {
  expect(beside({ region: ['440000'] })).toEqual({ medians: [], why: 'whyRegion' });
});
