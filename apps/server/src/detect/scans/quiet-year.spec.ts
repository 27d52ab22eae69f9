import { addCalendarDays, dayNumber } from '@tocsin/calendar';
import { ScanRule, reportingRegion } from '@tocsin/contracts';
import { createCompany } from '@tocsin/synthetic';
import type { DayCounts } from '@tocsin/warehouse';
import { expect, it } from 'vitest';
import { questionOf } from './rule-scans.ts';
import { daysNeeded, scanPlaces } from './scan-places.ts';

const FIRST = '2024-09-02';
const UNTIL = '2026-07-06';
const rule = ScanRule.parse({
  kind: 'scan',
  id: 'tried',
  version: 1,
  label: { zh: '试', en: 'Tried' },
  over: 'regions',
});

/** Cases by region and day number of an invented insurer with about ninety complaints a day. */
function casesOf(events: boolean): Map<string, number[]> {
  const byRegion = new Map<string, number[]>();
  const company = createCompany({ seed: 7, complaints: 60_000, from: FIRST, until: UNTIL, events });
  for (const { kind, received_at, region } of company.complaintRows()) {
    if (kind !== 'complaint') continue;
    const code = reportingRegion(region);
    byRegion.set(code, [...(byRegion.get(code) ?? []), dayNumber(received_at.slice(0, 10))]);
  }
  return byRegion;
}

function rowsOf(cases: ReadonlyMap<string, readonly number[]>, from: string, until: string): DayCounts[] {
  return [...cases].map(([code, all]) => {
    const days = new Map<number, number>();
    for (const day of all) {
      const at = day - dayNumber(from);
      if (at >= 0 && day < dayNumber(until)) days.set(at, (days.get(at) ?? 0) + 1);
    }
    const known = [...days.keys()].sort((a, b) => a - b);
    return { codes: [code], days: known, counts: known.map((day) => days.get(day) ?? 0) };
  });
}

/** Every cluster that the rule finds in every other week of eight months, as `week places`. */
async function clustersOf(events: boolean): Promise<string[]> {
  const cases = casesOf(events);
  const found: string[] = [];
  for (let bucket = '2025-11-03'; bucket < UNTIL; bucket = addCalendarDays(bucket, 14)) {
    const question = questionOf(rule, bucket);
    const days = daysNeeded(question, FIRST);
    const coverage = { company: [], byRegion: new Map(), wholeUntil: undefined };
    const rows = rowsOf(cases, days.from, days.until);
    const figures = { rows, days, firstDay: FIRST, coverage, holidays: {}, exposure: undefined, events: [] };
    const { cannot, clusters } = await scanPlaces(question, figures);
    expect(cannot).toBeNull();
    found.push(...clusters.map(({ members }) => `${bucket} ${members.map(({ code }) => code).join('+')}`));
  }
  return found;
}

// One in 52 scans is a cluster by chance: 18 of them bring three or more in one of two hundred such stretches.
it('finds hardly any cluster where nothing happens, though festivals and 15 March do', async () => {
  expect((await clustersOf(false)).length).toBeLessThanOrEqual(2);
}, 120_000);
