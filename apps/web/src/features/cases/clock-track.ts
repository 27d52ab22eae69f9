import { daysBetween } from '../../i18n/days.ts';

interface TrackFacts {
  readonly receivedOn: string;
  readonly due: string | null;
  /** The day on which it ended; else the day looked at. */
  readonly now: string;
}

export interface ClockTrack {
  /** Shares of the track's length, 0–1: how far it has come, and where its due day lies. */
  readonly now: number;
  readonly due: number | null;
  readonly isOver: boolean;
}

/** A complaint's time as a track from its receipt to its due day, or on to now where that lies behind. */
export function clockTrack({ receivedOn, due, now }: TrackFacts): ClockTrack {
  const lived = Math.max(0, daysBetween(receivedOn, now));
  const term = due === null ? null : Math.max(0, daysBetween(receivedOn, due));
  const length = Math.max(1, lived, term ?? 0);
  return { now: lived / length, due: term === null ? null : term / length, isOver: term !== null && lived > term };
}
