import { describe, expect, it } from 'vitest';
import { clockTrack } from './clock-track.ts';

describe('a complaint’s time as a track', () => {
  it('reaches from the receipt to the due day', () => {
    const track = clockTrack({ receivedOn: '2026-11-01', due: '2026-11-21', now: '2026-11-06' });
    expect(track).toEqual({ now: 0.25, due: 1, isOver: false });
  });

  it('goes on to now where the due day lies behind', () => {
    const track = clockTrack({ receivedOn: '2026-11-01', due: '2026-11-16', now: '2026-11-21' });
    expect(track).toEqual({ now: 1, due: 0.75, isOver: true });
  });

  it('is not over on the due day, and has no end without one', () => {
    expect(clockTrack({ receivedOn: '2026-11-01', due: '2026-11-16', now: '2026-11-16' }).isOver).toBe(false);
    expect(clockTrack({ receivedOn: '2026-11-01', due: null, now: '2026-11-16' })).toEqual({
      ...{ now: 1, due: null, isOver: false },
    });
    expect(clockTrack({ receivedOn: '2026-11-01', due: null, now: '2026-11-01' }).now).toBe(0);
  });
});
