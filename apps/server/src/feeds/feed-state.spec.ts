import { describe, expect, it } from 'vitest';
import { feedStanding } from './feed-state.ts';

const at = (text: string) => ({ day: text.slice(0, 10), time: text.slice(11) });
const daily = { rhythm: 'daily', dueBy: '09:00', enabled: true } as const;
const state = (last: string | undefined, now: string, feed: Parameters<typeof feedStanding>[0] = daily) =>
  feedStanding(feed, last === undefined ? undefined : at(last), at(now), {}).state;

describe('a feed that is due every day by 9', () => {
  it.each([
    ['2026-03-10 07:00', '2026-03-10 12:00', 'fresh'],
    ['2026-03-09 09:01', '2026-03-10 12:00', 'fresh'], // came after the last due time: today's delivery, early
    ['2026-03-09 08:30', '2026-03-10 08:59', 'fresh'],
    ['2026-03-09 08:30', '2026-03-10 09:00', 'late'],
    ['2026-03-08 08:30', '2026-03-10 09:00', 'missing'],
    [undefined, '2026-03-10 09:00', 'never'],
  ])('last came %s, now %s: %s', (last, now, expected) => expect(state(last, now)).toBe(expected));

  it('says until when it is waited for and what to do', () => {
    const { expectedBy, trouble } = feedStanding(daily, at('2026-03-09 08:30'), at('2026-03-10 10:00'), {});
    expect(expectedBy).toEqual(at('2026-03-10 09:00'));
    expect(trouble?.en).toContain('Due by 2026-03-10 09:00 and not here yet');
  });
});

it('a feed without a rhythm, or switched off, is not watched', () => {
  expect(state(undefined, '2026-03-10 09:00', { ...daily, rhythm: 'none' })).toBe('unwatched');
  expect(state(undefined, '2026-03-10 09:00', { ...daily, enabled: false })).toBe('unwatched');
});
