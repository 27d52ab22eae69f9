import { addCalendarDays } from '@tocsin/calendar';
import { describe, expect, it } from 'vitest';
import { eventsOf, eventsWithin, knownEvents, withEvents } from './known-events.ts';
import type { Part } from './same-part.ts';

const typhoon = {
  ...{ id: 'typhoon', label: { zh: '台风', en: 'Typhoon' }, from: '2026-06-03', until: '2026-06-16' },
  ...{ slice: { region: '350000', line: 'property.motor' }, origin: 'file' as const, note: '' },
};
const strike = { ...typhoon, id: 'strike', label: { zh: '停工', en: 'Strike' }, slice: {} };

describe('known events', () => {
  it('are incidents, and days that the calendar calls an event; neighbouring days of one name are one', () => {
    const day = (at: string, kind: string, name: string) => ({ day: at, kind, name });
    const calendar = [
      ...[day('2026-05-02', 'event', '地震'), day('2026-05-01', 'event', '地震'), day('2026-05-03', 'event', '洪水')],
      ...[day('2026-05-04', 'marked', '发布会'), day('2026-05-05', 'holiday', '')],
    ];
    expect(knownEvents([typhoon], calendar).map(({ label, from, until }) => [label.zh, from, until])).toEqual([
      ['台风', '2026-06-03', '2026-06-16'],
      ['地震', '2026-05-01', '2026-05-03'],
      ['洪水', '2026-05-03', '2026-05-04'],
    ]);
  });

  it.each<[Part, string[], string]>([
    [{ region: '350000' }, ['台风', '停工'], 'the region'],
    [{ region: '350000', line: 'property.motor.truck' }, ['台风', '停工'], 'a part of it'],
    [{ line: 'property' }, ['台风', '停工'], 'the line above'],
    [{ region: '350000', line: 'life' }, ['停工'], 'another line of the region'],
    [{ region: ['330000', '350000'] }, ['台风', '停工'], 'several regions with it'],
    [{ reason: 'claim.delay' }, ['停工'], 'what shares no dimension'],
    [{}, ['停工'], 'the whole company'],
  ])('of a part concern %j: %j (%s)', (part, names) => {
    expect(eventsOf(part, knownEvents([typhoon, strike], [])).map(({ label }) => label.zh)).toEqual(names);
  });

  it('touch some days with those of theirs that lie within, and only if any does', () => {
    const events = knownEvents([typhoon, { ...strike, from: '2026-01-01', until: '2026-06-03' }], []);
    const within = eventsWithin(events, { from: '2026-06-03', until: '2026-06-10' });
    expect(within.map(({ label, from, until }) => [label.zh, from, until])).toEqual([
      ['台风', '2026-06-03', '2026-06-10'],
    ]);
  });

  it('mark every bucket that they touch, the newest included, and leave other points alone', () => {
    const weeks = ['2026-05-25', '2026-06-01', '2026-06-08', '2026-06-15', '2026-06-22'].map((at) => ({
      ...{ at, count: 5, complete: true },
    }));
    const events = knownEvents([typhoon], []);
    expect(withEvents(weeks, events, 'week').map(({ isEvent = false }) => isEvent)).toEqual([
      ...[false, true, true, true, false],
    ]);
    expect(withEvents(weeks.slice(0, 4), events, 'week')[3]).toMatchObject({ isEvent: true, event: { zh: '台风' } });
    expect(withEvents(weeks, [], 'week')).toBe(weeks);
    const before = { ...typhoon, from: '2026-05-01', until: addCalendarDays('2026-05-25', 0) };
    expect(withEvents(weeks, knownEvents([before], []), 'week')).toEqual(weeks);
  });
});
