import type { CanonicalFieldName } from '@tocsin/contracts';
import type { FaultCode } from '../check/fault.ts';
import { dayName } from '../dates/day-number.ts';
import { momentFields } from './field-steps.ts';
import { type Moment, type Moments, isBefore } from './moments.ts';

/** A source's clock may be ahead of ours by this much before a moment counts as lying in the future. */
const CLOCK_SKEW_SECONDS = 600;

/**
 * Faults between fields that are each fine by themselves. `dueOn` is the cell as stored, `now` in seconds. An arrival
 * in the future is no fault: our own clock is used instead.
 */
export function across(
  moments: Readonly<Moments>,
  received: Moment,
  dueOn: string | null,
  now: number,
  complain: (code: FaultCode, field: CanonicalFieldName) => void,
): void {
  for (const { name: field } of momentFields) {
    const moment = moments[field];
    if (moment === undefined || field === 'arrived_at') continue;
    const ends = field === 'closed_at' || field === 'answered_at';
    if (moment.at > now + CLOCK_SKEW_SECONDS) complain('in-the-future', field);
    else if (ends && isBefore(moment, received)) complain('before-received', field);
  }
  if (dueOn !== null && dueOn < dayName(received.day)) complain('before-received', 'due_on');
}
