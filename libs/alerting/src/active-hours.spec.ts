import type { Level } from '@tocsin/contracts';
import { describe, expect, it } from 'vitest';
import { type Transition, isActive, withoutWaiting } from './index.ts';

const office = { weekdays: [1, 2, 3, 4, 5], from: '09:00', until: '18:00' };

describe('hours of a rule', () => {
  it.each([
    ['2026-11-26', '09:00', true], // a Thursday
    ['2026-11-26', '17:59', true],
    ['2026-11-26', '18:00', false],
    ['2026-11-26', '03:00', false],
    ['2026-11-28', '12:00', false], // a Saturday
  ])('%s %s: %s', (day, time, expected) => expect(isActive(office, { day, time })).toBe(expected));

  it('that go over midnight belong to the day on which they began', () => {
    const fridayNight = { weekdays: [5], from: '22:00', until: '06:00' };
    const at = (day: string, time: string) => isActive(fridayNight, { day, time });
    expect([at('2026-11-27', '23:00'), at('2026-11-28', '05:00')]).toEqual([true, true]);
    expect([at('2026-11-27', '05:00'), at('2026-11-28', '23:00'), at('2026-11-28', '06:00')]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('that nobody has set are always', () => expect(isActive(null, { day: '2026-11-28', time: '03:00' })).toBe(true));
});

describe('outside the hours', () => {
  const step = (kind: Transition['kind'], level: Level) => ({ kind, after: { level } }) as Transition;
  const kept = (...steps: Transition[]) =>
    withoutWaiting(steps).map(({ kind, after: { level } }) => `${kind} ${level}`);

  it('a warning below red waits, and all that would follow it', () => {
    expect(kept(step('opened', 'orange'), step('continued', 'orange'), step('resolved', 'orange'))).toEqual([]);
    expect(kept(step('continued', 'blue'), step('raised', 'yellow'))).toEqual(['continued blue']);
  });

  it('red does not, nor what leads up to it', () => {
    expect(kept(step('opened', 'yellow'), step('raised', 'red'), step('lowered', 'orange'))).toEqual([
      'opened yellow',
      'raised red',
      'lowered orange',
    ]);
  });

  it('what gets better does not', () => {
    expect(kept(step('lowered', 'blue'), step('resolved', 'blue'))).toEqual(['lowered blue', 'resolved blue']);
  });
});
