import { bucketPlus, daysBetween } from '@tocsin/calendar';
import type { AlertEvent, Level, RuleGrain, Sentence } from '@tocsin/contracts';
import { type Reason, because } from './because.ts';
import { isCalm } from './is-calm.ts';
import { compareLevels, lowerLevel } from './level-of.ts';
import type { AlertPolicy } from './policy.ts';
import type { AlertState, SeriesSignal } from './series-signal.ts';

/** One thing that happens to a warning, why, and how the warning stands afterwards. */
export interface Transition {
  readonly kind: AlertEvent['kind'];
  readonly reason: Reason;
  readonly because: Sentence;
  /** The signal that caused it. */
  readonly signal: SeriesSignal;
  readonly after: AlertState;
}

/**
 * What the signals of one series do to its warning.
 *
 * Shape   `signals` in bucket order, each bucket once, with those before the warning's last event as far as they are
 *         known (two yellows running need the one before). `state` is the series' newest warning; undefined if it never
 *         had any. Answers the events in order; an event `opened` begins a new warning.
 * Raises  at once: in the bucket that shows a higher level, even while that bucket still runs.
 * Lowers  by one level after 2 calm weeks or 3 calm days running (`isCalm`), and resolves below blue. A bucket that is
 *         neither calm nor in excess breaks the run; one without data, or unfinished, neither counts nor breaks.
 * Reopens the same warning for an excess within the cool-down, rather than opening another.
 * Twice   buckets up to the last event's are settled, and give an event only if the last one shows a higher level now.
 *         So the same signals with the state that they led to change nothing.
 */
export function decide(
  signals: readonly SeriesSignal[],
  state: AlertState | undefined,
  { grain, policy }: { readonly grain: RuleGrain; readonly policy: AlertPolicy },
): Transition[] {
  const transitions: Transition[] = [];
  let current = state;
  let calmRun = 0;
  signals.forEach((signal, index) => {
    if (current !== undefined && signal.bucket < current.bucket) return;
    const level = effectiveLevel(signal, signals[index - 1], grain);
    const calm = isCalm(signal, policy.calmShare);
    if (current === undefined || signal.bucket > current.bucket) {
      if (calm !== undefined) calmRun = calm ? calmRun + 1 : 0;
    }
    const next =
      level === undefined
        ? settle(signal, current, calmRun, policy.calmPeriods[grain])
        : alarm(signal, current, level, policy.coolDownDays[grain]);
    if (next === undefined) return;
    transitions.push(next);
    current = next.after;
    calmRun = 0;
  });
  return transitions;
}

/** The signal's own level, or orange for the second of two yellows in neighbouring buckets. */
function effectiveLevel(signal: SeriesSignal, before: SeriesSignal | undefined, grain: RuleGrain) {
  if (signal.level === '') return undefined;
  const isNeighbour = before !== undefined && bucketPlus(before.bucket, 1, grain) === signal.bucket;
  const wasYellow = isNeighbour && before.level !== '' && compareLevels(before.level, 'yellow') >= 0;
  const byTwo = signal.level === 'yellow' && wasYellow;
  return { level: byTwo ? ('orange' as const) : signal.level, byTwo };
}

function alarm(
  signal: SeriesSignal,
  state: AlertState | undefined,
  { level, byTwo }: { level: Level; byTwo: boolean },
  coolDownDays: number,
): Transition | undefined {
  const { bucket } = signal;
  const fresh: AlertState = { state: 'open', level, peakLevel: level, firstBucket: bucket, lastBucket: bucket, bucket };
  if (state === undefined) return transition('opened', { name: 'first-excess', level }, signal, fresh);
  const goesOn: AlertState = {
    ...state,
    state: 'open',
    peakLevel: compareLevels(level, state.peakLevel) > 0 ? level : state.peakLevel,
    lastBucket: bucket,
    bucket,
  };
  if (state.state === 'resolved') {
    return daysBetween(state.bucket, bucket) <= coolDownDays
      ? transition('reopened', { name: 'excess-in-cool-down', level }, signal, { ...goesOn, level })
      : transition('opened', { name: 'first-excess', level }, signal, fresh);
  }
  if (compareLevels(level, state.level) > 0) {
    const reason = { name: byTwo ? 'two-yellows' : 'higher-level', level, from: state.level } as const;
    return transition('raised', reason, signal, { ...goesOn, level });
  }
  if (bucket === state.bucket) return undefined;
  return transition('continued', { name: 'still-in-excess', level: state.level }, signal, goesOn);
}

function settle(
  signal: SeriesSignal,
  state: AlertState | undefined,
  calmRun: number,
  calmPeriods: number,
): Transition | undefined {
  if (state?.state !== 'open' || calmRun < calmPeriods) return undefined;
  const lower = lowerLevel(state.level);
  const after = { ...state, bucket: signal.bucket };
  return lower === undefined
    ? transition('resolved', { name: 'calm', periods: calmRun, from: state.level }, signal, {
        ...after,
        state: 'resolved',
      })
    : transition('lowered', { name: 'calm', periods: calmRun, from: state.level, level: lower }, signal, {
        ...after,
        level: lower,
      });
}

function transition(kind: Transition['kind'], reason: Reason, signal: SeriesSignal, after: AlertState): Transition {
  return { kind, reason, because: because(reason, signal.note), signal, after };
}
