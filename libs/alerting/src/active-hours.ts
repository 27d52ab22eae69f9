import { type WallTime, addCalendarDays, weekday } from '@tocsin/calendar';
import type { ActiveHours } from '@tocsin/contracts';
import type { Transition } from './decide.ts';

/**
 * Whether somebody is there for a rule's warnings at a moment of the company's zone. Hours that end before they begin go
 * over midnight and belong to the day on which they began.
 */
export function isActive(hours: ActiveHours | null, { day, time }: WallTime): boolean {
  if (hours === null) return true;
  const { weekdays, from, until } = hours;
  const isOn = (on: string) => weekdays.includes(weekday(on));
  if (from < until) return isOn(day) && time >= from && time < until;
  return (isOn(day) && time >= from) || (isOn(addCalendarDays(day, -1)) && time < until);
}

/**
 * What may happen to a warning outside the hours of its rule: whatever leads up to red, and whatever makes it calmer. The
 * first step that makes it worse and stays below red waits until the hours begin, and so does all that follows; it is then
 * decided anew, from the same signals.
 */
export function withoutWaiting(transitions: readonly Transition[]): readonly Transition[] {
  const isWorse = ({ kind }: Transition) => kind === 'opened' || kind === 'raised' || kind === 'reopened';
  const red = transitions.findLastIndex((transition) => isWorse(transition) && transition.after.level === 'red');
  const waiting = transitions.findIndex((transition, i) => i > red && isWorse(transition));
  return waiting < 0 ? transitions : transitions.slice(0, waiting);
}
