import { daysBetween } from '@tocsin/calendar';
import type { IsoDay } from '@tocsin/contracts';
import { type Reason, because } from './because.ts';
import type { Transition } from './decide.ts';
import { compareLevels } from './level-of.ts';
import type { AlertState, SeriesSignal } from './series-signal.ts';

/** What is known besides the signal and the warning as it stands. */
export interface FactCircumstances {
  readonly today: IsoDay;
  /** The day on which the warning ended; undefined while it is open, and where there is none. */
  readonly endedOn: IsoDay | undefined;
  readonly coolDownDays: number;
}

/**
 * What a matter of fact does to its warning: a case that is due, a crowd, an agent with one complaint after another. Its
 * signal has a level as long as it is so, under the day on which it began; without a level it is over.
 *
 * Opens once, moves with the level up and down, and ends at once: there is no chance in it, and nothing to wait for. The
 * same fact again within the cool-down, or still the same occurrence (its rule was switched off and on), reopens the
 * warning; later it is another.
 */
export function decideFact(
  signal: SeriesSignal,
  state: AlertState | undefined,
  { today, endedOn, coolDownDays }: FactCircumstances,
): Transition | undefined {
  const { bucket, level } = signal;
  if (level === '') {
    if (state?.state !== 'open') return undefined;
    return transition('resolved', { name: 'fact-over' }, signal, { ...state, state: 'resolved' });
  }
  const fresh: AlertState = { state: 'open', level, peakLevel: level, firstBucket: bucket, lastBucket: bucket, bucket };
  if (state === undefined) return transition('opened', { name: 'fact', level }, signal, fresh);
  const higher = compareLevels(level, state.peakLevel) > 0;
  const after: AlertState = {
    ...state,
    ...{ state: 'open', level, peakLevel: higher ? level : state.peakLevel, lastBucket: bucket, bucket },
  };
  if (state.state === 'resolved') {
    const isSame = bucket === state.firstBucket || bucket === state.lastBucket;
    const isSoon = endedOn !== undefined && daysBetween(endedOn, today) <= coolDownDays;
    return isSame || isSoon
      ? transition('reopened', { name: 'fact-again', level }, signal, after)
      : transition('opened', { name: 'fact', level }, signal, fresh);
  }
  const change = compareLevels(level, state.level);
  if (change === 0) return undefined;
  const reason: Reason = { name: 'fact-changed', level, from: state.level };
  return transition(change > 0 ? 'raised' : 'lowered', reason, signal, after);
}

function transition(kind: Transition['kind'], reason: Reason, signal: SeriesSignal, after: AlertState): Transition {
  return { kind, reason, because: because(reason, signal.note), signal, after };
}
