import type { KnownIncident } from '@tocsin/contracts';
import type { AlertVerdictRecord, WarningReach } from '@tocsin/warehouse';
import { describe, expect, it } from 'vitest';
import { judgedIncidents } from './known-incidents.ts';

const incident = (id: string, until = '2026-11-21') => ({ id, until }) as KnownIncident;
const given = (
  alertId: string,
  verdict: AlertVerdictRecord['verdict'],
  ...incidents: KnownIncident[]
): AlertVerdictRecord => ({
  ...{ alertId, verdict, note: '', at: '2026-11-20T00:00:00.000Z', by: 'li' },
  incidents,
});

it('of each warning the last verdict counts, whatever was said of others in between', () => {
  const said = [
    given('a', 'confirmed', incident('a-1')),
    given('b', 'confirmed', incident('b-1'), incident('b-2')),
    given('a', 'false'),
  ];
  expect(judgedIncidents(said, [])).toEqual([incident('b-1'), incident('b-2')]);
  expect(judgedIncidents([...said, given('a', 'confirmed', incident('a-9'))], [])).toEqual([
    incident('a-9'),
    incident('b-1'),
    incident('b-2'),
  ]);
});

describe('an incident whose warning goes on', () => {
  const reached = (alertId: string, grain: WarningReach['grain'], ...buckets: string[]): WarningReach[] =>
    buckets.map((lastBucket) => ({ alertId, at: '2026-11-20T00:00:00.000Z', grain, lastBucket }));

  it.each([
    ['day', ['2026-11-19', '2026-11-20', '2026-11-23'], '2026-11-21', '2026-11-24'],
    ['week', ['2026-11-02', '2026-11-16'], '2026-11-09', '2026-11-23'],
    ['month', ['2026-09-01', '2026-11-01'], '2026-10-01', '2026-12-01'],
  ] as const)('lasts until the end of its newest %s', (grain, buckets, until, now) => {
    const said = [given('a', 'confirmed', incident('a-1', until), incident('a-2', until))];
    const found = judgedIncidents(said, [...reached('a', grain, ...buckets), ...reached('b', 'day', '2026-12-24')]);
    expect(found.map((one) => one.until)).toEqual([now, now]);
  });

  it('stays as it is while the warning does, or where its warning never ended with it: those dates are its own', () => {
    const said = [given('a', 'confirmed', incident('a-1'), incident('a-2', '2026-11-25'))];
    const resolved = reached('a', 'day', '2026-11-20', '2026-11-20');
    expect(judgedIncidents(said, resolved)).toEqual(said[0]!.incidents);
    const on = reached('a', 'day', '2026-11-20', '2026-11-28');
    expect(judgedIncidents(said, on).map(({ until }) => until)).toEqual(['2026-11-29', '2026-11-25']);
  });

  it('never gets shorter than it was judged to be', () => {
    const said = [given('a', 'confirmed', incident('a-1'))];
    expect(judgedIncidents(said, reached('a', 'day', '2026-11-20', '2026-11-18'))).toEqual(said[0]!.incidents);
  });
});
