import { type Reason, because } from './because.ts';
import type { Transition } from './decide.ts';
import type { AlertState, SeriesSignal } from './series-signal.ts';

/** Ends an open warning whose rule no longer runs: nothing would ever lower it. */
export function switchOff(state: AlertState, latest: SeriesSignal): Transition | undefined {
  if (state.state !== 'open') return undefined;
  const reason: Reason = { name: 'rule-off' };
  return {
    kind: 'resolved',
    reason,
    because: because(reason, null),
    signal: latest,
    after: { ...state, state: 'resolved' },
  };
}
