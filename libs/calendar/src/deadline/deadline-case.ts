import type { IsoDay } from '../iso-day.ts';
import type { PauseReason, Procedure } from './deadline-rules.ts';

export interface Extension {
  readonly grantedOn: IsoDay;
  /** The organisation or person that approved; empty if nobody did. */
  readonly approver: string;
  readonly complainantTold: boolean;
}

/** Days `from ≤ day < until` on which the clock may stand still; until null, or absent, it goes on. */
export interface Pause {
  readonly from: IsoDay;
  readonly until?: IsoDay | null;
  readonly reason: PauseReason;
}

/** What a deadline depends on, and nothing else of a complaint. */
export interface DeadlineCase {
  readonly procedure: Procedure;
  /** The day that sets the clock going; it is not counted itself. */
  readonly startedOn: IsoDay;
  readonly extensions?: readonly Extension[];
  readonly pauses?: readonly Pause[];
  /** The day of the decision, or of whatever had to be done. */
  readonly closedOn?: IsoDay | null;
  /** The day the complainant withdrew: it ends the case the same day. */
  readonly withdrawnOn?: IsoDay | null;
}

/** The case as it was known at the end of `asOf`: what happened later had not happened, and pauses that end later go on. */
export function knownOn(one: DeadlineCase, asOf: IsoDay): DeadlineCase {
  const passed = (day: IsoDay | null | undefined) => (day !== null && day !== undefined && day <= asOf ? day : null);
  return {
    procedure: one.procedure,
    startedOn: one.startedOn,
    extensions: (one.extensions ?? []).filter(({ grantedOn }) => grantedOn <= asOf),
    pauses: (one.pauses ?? [])
      .filter(({ from }) => from <= asOf)
      .map((pause) => ({ ...pause, until: passed(pause.until) })),
    closedOn: passed(one.closedOn),
    withdrawnOn: passed(one.withdrawnOn),
  };
}

/** The day on which a case ended: decided or withdrawn, whichever came first; null while it is open. */
export function endedOn({
  closedOn,
  withdrawnOn,
}: Pick<DeadlineCase, 'closedOn' | 'withdrawnOn'>): { day: IsoDay; how: 'closed' | 'withdrawn' } | null {
  const closed = closedOn ?? null;
  const withdrawn = withdrawnOn ?? null;
  if (withdrawn !== null && (closed === null || withdrawn <= closed)) return { day: withdrawn, how: 'withdrawn' };
  return closed === null ? null : { day: closed, how: 'closed' };
}
