import { describe, expect, it } from 'vitest';
import { feedStanding } from './feed-state.ts';

const at = (text: string) => ({ day: text.slice(0, 10), time: text.slice(11) });
const daily = { rhythm: 'daily', dueBy: '09:00', enabled: true } as const;
const since = at('2026-01-01 08:00');
const standing = (
  last: string | undefined,
  now: string,
  feed: Parameters<typeof feedStanding>[0] = daily,
  holidays: Parameters<typeof feedStanding>[3] = {},
) => feedStanding(feed, { last: last === undefined ? undefined : at(last), since }, at(now), holidays);
const state = (...given: Parameters<typeof standing>) => standing(...given).state;

describe('a feed that is due every day by 9', () => {
  it.each([
    ['2026-03-10 07:00', '2026-03-10 12:00', 'fresh'],
    ['2026-03-09 09:01', '2026-03-10 12:00', 'fresh'], // came after the last due time: today's delivery, early
    ['2026-03-09 08:30', '2026-03-10 08:59', 'fresh'],
    ['2026-03-09 08:30', '2026-03-10 09:00', 'late'],
    ['2026-03-08 08:30', '2026-03-10 09:00', 'missing'],
  ])('last came %s, now %s: %s', (last, now, expected) => expect(state(last, now)).toBe(expected));

  it('says until when it is waited for and what to do', () => {
    const { expectedBy, trouble } = standing('2026-03-09 08:30', '2026-03-10 10:00');
    expect(expectedBy).toEqual(at('2026-03-10 09:00'));
    expect(trouble?.en).toContain('Due by 2026-03-10 09:00 and not here yet');
  });
});

describe('a feed of which nothing ever came', () => {
  // made on 1 January at 8:00: the delivery of that morning at 9:00 is the first that was promised
  it.each([
    ['2026-01-01 08:30', 'never'],
    ['2026-01-01 09:00', 'late'],
    ['2026-01-02 08:59', 'late'],
    ['2026-01-02 09:00', 'missing'],
  ])('is, on %s, %s', (now, expected) => expect(state(undefined, now)).toBe(expected));

  it('says that nothing ever came and since when it is due', () => {
    const { expectedBy, trouble } = standing(undefined, '2026-01-01 10:00');
    expect(expectedBy).toEqual(at('2026-01-01 09:00'));
    expect(trouble?.en).toContain('Due by 2026-01-01 09:00 and not here yet; nothing has ever come');
  });
});

it('a feed of working days follows the holidays of the company', () => {
  // Tuesday, 10 March 2026, is a working day of everybody else
  const workdays = { ...daily, rhythm: 'workdays' } as const;
  const ours = { 2026: { off: { '2026-03-10': 'other' as const }, work: {} } };
  expect(state('2026-03-09 08:30', '2026-03-10 12:00', workdays)).toBe('late');
  expect(state('2026-03-09 08:30', '2026-03-10 12:00', workdays, ours)).toBe('fresh');
});

it('a feed without a rhythm, or switched off, is not watched', () => {
  expect(state(undefined, '2026-03-10 09:00', { ...daily, rhythm: 'none' })).toBe('unwatched');
  expect(state(undefined, '2026-03-10 09:00', { ...daily, enabled: false })).toBe('unwatched');
});
