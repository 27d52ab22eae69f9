import { describe, expect, it } from 'vitest';
import { awaitedDelivery } from './awaited-delivery.ts';
import type { DeliveryRhythm, WallTime } from './delivery-times.ts';

const at = (text: string): WallTime => ({ day: text.slice(0, 10), time: text.slice(11) });
const text = ({ day, time }: WallTime) => `${day} ${time}`;
function awaited(rhythm: DeliveryRhythm, last: string | undefined, now: string, since = '2025-01-01 00:00') {
  const came = { last: last === undefined ? undefined : at(last), since: at(since) };
  const { due, previous, overdue } = awaitedDelivery(rhythm, '09:00', came, at(now));
  return [text(previous), text(due), overdue];
}

describe('the delivery that is waited for', () => {
  it.each<[DeliveryRhythm, string, string, [string, string, number]]>([
    // Tuesday's came early: Wednesday's is next, and nothing is overdue before Wednesday at nine
    ['daily', '2026-03-10 07:00', '2026-03-11 08:59', ['2026-03-10 09:00', '2026-03-11 09:00', 0]],
    ['daily', '2026-03-10 07:00', '2026-03-11 09:00', ['2026-03-10 09:00', '2026-03-11 09:00', 1]],
    ['daily', '2026-03-10 07:00', '2026-03-13 09:00', ['2026-03-10 09:00', '2026-03-11 09:00', 3]],
    // what comes late serves the next: the rhythm is kept from then on
    ['daily', '2026-03-10 09:01', '2026-03-11 12:00', ['2026-03-11 09:00', '2026-03-12 09:00', 0]],
    ['weekly', '2026-03-09 08:00', '2026-03-17 10:00', ['2026-03-09 09:00', '2026-03-16 09:00', 1]],
    ['monthly', '2026-01-31 08:00', '2026-03-31 23:00', ['2026-02-01 09:00', '2026-03-01 09:00', 1]],
    // the Spring Festival of 2026 is off from 15 to 23 February: nothing is missed in it
    ['workdays', '2026-02-14 08:00', '2026-02-23 12:00', ['2026-02-14 09:00', '2026-02-24 09:00', 0]],
    ['hourly', '2026-03-10 08:30', '2026-03-10 12:10', ['2026-03-10 09:00', '2026-03-10 10:00', 3]],
  ])('%s, last come %s, at %s', (rhythm, last, now, expected) => expect(awaited(rhythm, last, now)).toEqual(expected));

  it('is the first one due after the watch began, where nothing ever came', () => {
    expect(awaited('daily', undefined, '2026-03-10 08:00', '2026-03-09 16:00')[2]).toBe(0);
    expect(awaited('daily', undefined, '2026-03-11 09:00', '2026-03-09 16:00')).toEqual([
      '2026-03-09 09:00',
      '2026-03-10 09:00',
      2,
    ]);
  });

  it('is never one that was due while nobody watched', () => {
    // paused after January, taken up again in March
    expect(awaited('daily', '2026-01-31 08:00', '2026-03-10 12:00', '2026-03-09 16:00')).toEqual([
      '2026-03-09 09:00',
      '2026-03-10 09:00',
      1,
    ]);
  });
});
