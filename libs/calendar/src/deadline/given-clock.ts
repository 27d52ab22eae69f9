import { type IsoDay, daysBetween } from '../iso-day.ts';
import { ageingBucket } from './ageing.ts';
import type { Clock } from './clock.ts';
import { endedOn } from './deadline-case.ts';
import type { DeadlineRules } from './deadline-rules.ts';
import { outcome } from './why-due.ts';

interface GivenCase {
  readonly receivedOn: IsoDay;
  readonly givenDue: IsoDay;
  readonly closedOn: IsoDay | null;
  readonly withdrawnOn: IsoDay | null;
}

/**
 * The clock of a complaint whose due day the source gave: calendar days until it, nothing added and nothing paused.
 *
 * Edge    `rules`, which warnings and ageing are taken from, may be undefined for a receipt before the first version: both
 *         are null then.
 */
export function givenClock(one: GivenCase, asOf: IsoDay, rules: DeadlineRules | undefined): Clock {
  const { receivedOn, givenDue, closedOn, withdrawnOn } = one;
  const by = (day: IsoDay | null) => (day !== null && day <= asOf ? day : null);
  const end = endedOn({ closedOn: by(closedOn), withdrawnOn: by(withdrawnOn) });
  const until = end?.day ?? asOf;
  const age = Math.max(0, daysBetween(receivedOn, until));
  const daysLeft = end === null ? daysBetween(asOf, givenDue) : null;
  const reached = (rules?.warnAt ?? []).filter((days) => daysLeft !== null && daysLeft >= 0 && daysLeft <= days);
  const state = asOf < receivedOn ? 'not-started' : (end?.how ?? 'running');
  const last = outcome({ due: { kind: 'day', day: givenDue }, unit: 'calendar-day' }, { asOf, end, daysLeft });
  return {
    state,
    due: givenDue,
    daysLeft,
    overdue: until > givenDue,
    warning: state === 'running' && reached.length > 0 ? Math.min(...reached) : null,
    age,
    bucket: rules === undefined ? null : ageingBucket(age, rules.ageing),
    why: {
      zh: `${receivedOn} 受理，登记的办理时限为 ${givenDue}，${last.zh}。`,
      en: `Received on ${receivedOn}, entered as due on ${givenDue}, ${last.en}.`,
    },
  };
}
