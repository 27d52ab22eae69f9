import { describe, expect, it } from 'vitest';
import { type EventToTell, decideNotification, defaultNotificationPolicy, retryAt } from './index.ts';

const at = new Date('2026-11-16T02:00:00Z');
const later = (hours: number) => new Date(at.getTime() + hours * 3_600_000);
const event = (kind: EventToTell['kind'], more: Partial<EventToTell> = {}): EventToTell => ({
  kind,
  seq: 3,
  at,
  isHistory: false,
  ...more,
});
const decide = (
  what: EventToTell,
  last?: { seq: number; at: Date },
  channel: 'feed' | 'email' = 'email',
  now = later(0),
) => decideNotification(what, last, { channel, now, policy: defaultNotificationPolicy });

describe('who is told of an event', () => {
  it.each([
    ['opened', 'first-notice'],
    ['raised', 'worse'],
    ['reopened', 'again'],
    ['resolved', 'resolved'],
  ] as const)('%s: mail, because %s', (kind, because) => {
    expect(decide(event(kind))).toEqual({ notify: true, because });
  });

  it('mail leaves out what nobody would act on; open pages hear it all', () => {
    expect(decide(event('lowered'))).toEqual({ notify: false, because: 'nothing-new' });
    expect(decide(event('lowered'), undefined, 'feed')).toEqual({ notify: true, because: 'changed' });
    expect(decide(event('continued'), undefined, 'feed')).toEqual({ notify: true, because: 'changed' });
  });

  it('mail comes again for a warning that goes on for a week', () => {
    const told = (hoursAgo: number) => ({ seq: 1, at: later(-hoursAgo) });
    expect(decide(event('continued'), told(24))).toEqual({ notify: false, because: 'nothing-new' });
    expect(decide(event('continued'), told(7 * 24))).toEqual({ notify: true, because: 'still-firing' });
  });

  it('nobody hears the same event twice, nor of history', () => {
    expect(decide(event('opened'), { seq: 3, at })).toEqual({ notify: false, because: 'already-told' });
    expect(decide(event('opened', { isHistory: true }), undefined, 'feed')).toEqual({
      notify: false,
      because: 'history',
    });
  });

  it('an event that could not be told for three days is history too', () => {
    expect(decide(event('opened'), undefined, 'email', later(73))).toEqual({ notify: false, because: 'stale' });
    expect(decide(event('opened'), undefined, 'email', later(71)).notify).toBe(true);
  });
});

describe('trying again', () => {
  it('waits twice as long each time, never more than six hours', () => {
    const minutes = [1, 2, 3, 9, 19].map((attempts) => (retryAt(attempts, at)!.getTime() - at.getTime()) / 60_000);
    expect(minutes).toEqual([1, 2, 4, 256, 360]);
  });

  it('ends after twenty attempts', () => expect(retryAt(20, at)).toBeUndefined());
});
