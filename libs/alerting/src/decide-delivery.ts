import { type Reason, because } from './because.ts';
import type { Transition } from './decide.ts';
import { compareLevels } from './level-of.ts';
import type { AlertState, SeriesSignal } from './series-signal.ts';

/**
 * What the signal of one missed delivery does to its warning. `signal` counts as `observed` the deliveries missed so far and
 * has no level once nothing is missed any more; its note then says why. `state` is the warning of this very delivery;
 * undefined if there is none yet.
 *
 * Opens once, rises with the number missed, and ends at once when the delivery is here: it either is or is not, so there
 * are no calm periods to wait for. Only the same delivery missing again (its import was withdrawn) reopens the warning.
 */
export function decideDelivery(signal: SeriesSignal, state: AlertState | undefined): Transition | undefined {
  const { bucket, level, observed } = signal;
  if (level === '') {
    if (state?.state !== 'open') return undefined;
    return transition('resolved', { name: 'delivered' }, signal, { ...state, state: 'resolved' });
  }
  const missed = observed ?? 1;
  if (state === undefined) {
    const marks = { level, peakLevel: level, firstBucket: bucket, lastBucket: bucket, bucket };
    return transition('opened', { name: 'not-delivered', missed, level }, signal, { state: 'open', ...marks });
  }
  const higher = compareLevels(level, state.peakLevel) > 0;
  const after: AlertState = { ...state, state: 'open', level, peakLevel: higher ? level : state.peakLevel };
  if (state.state === 'resolved')
    return transition('reopened', { name: 'missing-again', missed, level }, signal, after);
  const change = compareLevels(level, state.level);
  if (change === 0) return undefined;
  const reason: Reason = { name: 'more-or-fewer-missed', missed, level, from: state.level };
  return transition(change > 0 ? 'raised' : 'lowered', reason, signal, after);
}

function transition(kind: Transition['kind'], reason: Reason, signal: SeriesSignal, after: AlertState): Transition {
  return { kind, reason, because: because(reason, reason.name === 'delivered' ? signal.note : null), signal, after };
}
