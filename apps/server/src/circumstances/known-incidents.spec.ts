import type { KnownIncident } from '@tocsin/contracts';
import type { AlertVerdictRecord } from '@tocsin/warehouse';
import { expect, it } from 'vitest';
import { judgedIncidents } from './known-incidents.ts';

const incident = (id: string) => ({ id }) as KnownIncident;
const given = (alertId: string, verdict: AlertVerdictRecord['verdict'], ...ids: string[]): AlertVerdictRecord => ({
  ...{ alertId, verdict, note: '', at: '2026-11-20T00:00:00.000Z', by: 'li' },
  incidents: ids.map(incident),
});

it('of each warning the last verdict counts, whatever was said of others in between', () => {
  const said = [given('a', 'confirmed', 'a-1'), given('b', 'confirmed', 'b-1', 'b-2'), given('a', 'false')];
  expect(judgedIncidents(said)).toEqual([incident('b-1'), incident('b-2')]);
  expect(judgedIncidents([...said, given('a', 'confirmed', 'a-9')])).toEqual([
    incident('a-9'),
    incident('b-1'),
    incident('b-2'),
  ]);
});
