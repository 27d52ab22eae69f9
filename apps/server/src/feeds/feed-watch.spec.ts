import { DataFeedInput, type DataFeedInput as Given } from '@tocsin/contracts';
import { describe, expect, it } from 'vitest';
import { type WatchedFeed, deliveredBy, promised } from './feed-watch.ts';

const feed = (id: string, more: Partial<Given> = {}) =>
  DataFeedInput.parse({
    ...{ id, label: { zh: id, en: id }, kind: 'upload', profile: 'canonical', rhythm: 'daily' },
    ...more,
  });
const version = (day: number, more: Partial<Given> = {}) => ({
  feed: feed('a', more),
  at: `2026-03-0${day}T00:00:00Z`,
});
const sinceOf = (...versions: ReturnType<typeof version>[]) =>
  promised(versions).map(({ since }) => since.toISOString().slice(0, 10));

describe('a feed is expected', () => {
  it('from its first version on, whatever else is changed later', () => {
    expect(sinceOf(version(1), version(2, { profile: 'texas' }), version(3, { dueBy: '10:00' }))).toEqual([
      '2026-03-01',
    ]);
  });

  it('anew from when it was taken up again or given another rhythm', () => {
    expect(sinceOf(version(1), version(2, { enabled: false }), version(3))).toEqual(['2026-03-03']);
    expect(sinceOf(version(1), version(2, { rhythm: 'weekly' }))).toEqual(['2026-03-02']);
  });

  it('never while it is paused, or without a rhythm', () => {
    expect(sinceOf(version(1), version(2, { enabled: false }))).toEqual([]);
    expect(sinceOf(version(1, { rhythm: 'none' }))).toEqual([]);
  });
});

const watched = (id: string, previous: string, overdue: number): WatchedFeed => ({
  feed: feed(id),
  since: { day: '2026-01-01', time: '00:00' },
  awaited: { previous: { day: previous, time: '09:00' }, due: { day: '2026-03-31', time: '09:00' }, overdue },
  lastImportAt: null,
});

describe('days are here', () => {
  it('as ever where no feed is expected', () => expect(deliveredBy([])).toBeUndefined());

  it('up to the delivery that one feed owes', () => {
    expect(deliveredBy([watched('a', '2026-03-09', 1)])).toEqual({ wholeUntil: '2026-03-09', someUntil: '2026-03-09' });
  });

  it('in part while one of several is late; one whose turn has not come holds up nothing', () => {
    expect(deliveredBy([watched('a', '2026-03-09', 1), watched('b', '2026-03-12', 0)])).toEqual({
      wholeUntil: '2026-03-09',
      someUntil: '2026-03-12',
    });
    expect(deliveredBy([watched('a', '2026-03-01', 0), watched('b', '2026-03-12', 0)])).toEqual({
      wholeUntil: '2026-03-12',
      someUntil: '2026-03-12',
    });
  });
});
