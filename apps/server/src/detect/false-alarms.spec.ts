import { describe, expect, it } from 'vitest';
import { foundEvents, openedByGap, openedByRecoding, openedForNothing } from '../testing/company-events.ts';
import { WEEKS_OF_YEAR, judgedYear } from '../testing/company-year.ts';

/** One year of each kind: `npm run bench -- detection-quality` judges twenty and prints what it finds. */
const SEED = 7;

describe('the default rules over a year of an invented insurer', () => {
  it('are rarely wrong: an uneventful year, with its festivals and its 15 March, opens less than two warnings a week', async () => {
    const year = await judgedYear(SEED, { events: false });
    const opened = openedForNothing(year);
    expect(opened.length / WEEKS_OF_YEAR).toBeLessThan(2);
    expect(opened.filter(({ level }) => level === 'red')).toEqual([]);
  }, 120_000);

  it('see the typhoon, the mis-sold product, the surrender ring and the drift, and neither gap nor recoding', async () => {
    const year = await judgedYear(SEED, { events: true });
    const delays = new Map(foundEvents(year).map(({ kind, days = Infinity }) => [kind, days]));
    expect([...delays.keys()].sort()).toEqual(['drift', 'mis-sold', 'ring', 'typhoon']);
    // Of typhoon and drift the first cases come one by one, of the ring all within eight days.
    expect(delays.get('typhoon')).toBeLessThanOrEqual(20);
    expect(delays.get('mis-sold')).toBeLessThanOrEqual(41);
    expect(delays.get('ring')).toBeLessThanOrEqual(13);
    expect(delays.get('drift')).toBeLessThanOrEqual(260);
    expect(openedByGap(year)).toEqual([]);
    expect(openedByRecoding(year)).toEqual([]);
    expect(openedForNothing(year).length / WEEKS_OF_YEAR).toBeLessThan(2);
  }, 120_000);
});
