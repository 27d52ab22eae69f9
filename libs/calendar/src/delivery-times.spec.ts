import { describe, expect, it } from 'vitest';
import { type DeliveryRhythm, type WallTime, deliveryTimes } from './delivery-times.ts';

const at = (text: string): WallTime => ({ day: text.slice(0, 10), time: text.slice(11) });
const around = (rhythm: DeliveryRhythm, now: string, dueBy = '09:00') => {
  const { next, past } = deliveryTimes(rhythm, dueBy, at(now));
  return [next, ...past].map(({ day, time }) => `${day} ${time}`);
};

describe('deliveries are due', () => {
  it.each<[DeliveryRhythm, string, string[]]>([
    ['daily', '2026-03-10 08:59', ['2026-03-10 09:00', '2026-03-09 09:00', '2026-03-08 09:00', '2026-03-07 09:00']],
    ['daily', '2026-03-10 09:00', ['2026-03-11 09:00', '2026-03-10 09:00', '2026-03-09 09:00', '2026-03-08 09:00']],
    ['weekly', '2026-03-11 00:00', ['2026-03-16 09:00', '2026-03-09 09:00', '2026-03-02 09:00', '2026-02-23 09:00']],
    ['monthly', '2026-03-31 23:00', ['2026-04-01 09:00', '2026-03-01 09:00', '2026-02-01 09:00', '2026-01-01 09:00']],
    // the Spring Festival of 2026: off from 15 to 23 February, at work on Saturday the 14th
    ['workdays', '2026-02-20 12:00', ['2026-02-24 09:00', '2026-02-14 09:00', '2026-02-13 09:00', '2026-02-12 09:00']],
    // no announcement yet: Monday to Friday
    ['workdays', '2031-01-05 12:00', ['2031-01-06 09:00', '2031-01-03 09:00', '2031-01-02 09:00', '2031-01-01 09:00']],
  ])('%s around %s', (rhythm, now, times) => expect(around(rhythm, now)).toEqual(times));

  it('every hour at the minutes named', () => {
    expect(around('hourly', '2026-03-10 00:20', '09:15')).toEqual([
      '2026-03-10 01:15',
      '2026-03-10 00:15',
      '2026-03-09 23:15',
      '2026-03-09 22:15',
    ]);
  });
});
