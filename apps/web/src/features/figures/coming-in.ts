import type { GetExpectationReply } from '@tocsin/contracts';

type Nowcast = NonNullable<GetExpectationReply['points'][number]['nowcast']>;

/** How far a bucket has come in. */
export interface ComingIn {
  /** False while less than half has arrived: the rest could still be anything. */
  readonly isMature: boolean;
  /** The count in the end, unless only the last stragglers are missing: they are no news. */
  readonly nowcast: Nowcast | undefined;
}

const MATURE_ENOUGH = 0.5;
const WORTH_A_MARK = 0.95;

export function comingIn({
  maturity,
  nowcast,
}: Pick<GetExpectationReply['points'][number], 'maturity' | 'nowcast'>): ComingIn {
  const share = maturity ?? 1;
  return { isMature: share >= MATURE_ENOUGH, nowcast: share < WORTH_A_MARK ? (nowcast ?? undefined) : undefined };
}
