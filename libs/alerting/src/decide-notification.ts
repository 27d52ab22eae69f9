import type { AlertEvent } from '@tocsin/contracts';

export type Channel = 'feed' | 'email';

/** What a recipient may be told of. */
export interface EventToTell {
  readonly kind: AlertEvent['kind'];
  readonly seq: number;
  /** When it was decided. */
  readonly at: Date;
  /** Found by looking back over history: nobody was there to be told. */
  readonly isHistory: boolean;
}

/** The newest thing that the same recipient was told about the same warning. */
export interface LastNotice {
  readonly seq: number;
  readonly at: Date;
}

export interface NotificationPolicy {
  /** A mail about an unchanged warning is repeated after this long. */
  readonly repeatAfterMs: number;
  /** An event that could not be told for so long is told no more: by then it is history, and the list shows it. */
  readonly staleAfterMs: number;
}

export const defaultNotificationPolicy: NotificationPolicy = {
  repeatAfterMs: 7 * 24 * 3_600_000,
  staleAfterMs: 3 * 24 * 3_600_000,
};

export type NotificationDecision =
  | {
      readonly notify: true;
      readonly because: 'first-notice' | 'worse' | 'again' | 'resolved' | 'still-firing' | 'changed';
    }
  | { readonly notify: false; readonly because: 'already-told' | 'history' | 'stale' | 'nothing-new' };

/**
 * Whether a recipient is told of an event by a channel, and why.
 *
 * The feed tells open pages of every event: it costs nobody anything. Mail tells of what a person would act on: a warning
 * that opens, rises, reopens or resolves, and one that goes on after `repeatAfterMs` of silence. Nobody is told the same
 * event twice, nor of what was found by looking back.
 */
export function decideNotification(
  event: EventToTell,
  last: LastNotice | undefined,
  { channel, now, policy }: { readonly channel: Channel; readonly now: Date; readonly policy: NotificationPolicy },
): NotificationDecision {
  if (last !== undefined && last.seq >= event.seq) return { notify: false, because: 'already-told' };
  if (event.isHistory) return { notify: false, because: 'history' };
  if (now.getTime() - event.at.getTime() > policy.staleAfterMs) return { notify: false, because: 'stale' };
  switch (event.kind) {
    case 'opened':
      return { notify: true, because: 'first-notice' };
    case 'raised':
      return { notify: true, because: 'worse' };
    case 'reopened':
      return { notify: true, because: 'again' };
    case 'resolved':
      return { notify: true, because: 'resolved' };
    case 'lowered':
      return channel === 'feed' ? { notify: true, because: 'changed' } : { notify: false, because: 'nothing-new' };
    case 'continued': {
      if (channel === 'feed') return { notify: true, because: 'changed' };
      const isOverdue = last === undefined || event.at.getTime() - last.at.getTime() >= policy.repeatAfterMs;
      return isOverdue ? { notify: true, because: 'still-firing' } : { notify: false, because: 'nothing-new' };
    }
  }
}
