import type { Alert, AlertEvent } from '@tocsin/contracts';

/** One thing to tell: what happened to which warning. Holds figures and names of codes only, nothing personal. */
export interface Message {
  readonly alert: Alert;
  readonly event: AlertEvent;
  /** Where the warning can be looked at; absent when the server does not know its own address. */
  readonly link?: string;
}

/**
 * What became of a delivery. `retry` says whether the same message may succeed later; `detail` is for operators, in the
 * words of the other side.
 */
export type Delivery =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'failed'; readonly reason: FailureReason; readonly retry: boolean; readonly detail: string };

export const failureReasons = [
  'unreachable',
  'timeout',
  'unauthorised',
  'recipient-refused',
  'message-refused',
] as const;
export type FailureReason = (typeof failureReasons)[number];

/** A way to tell people. Never throws for what the outside world does: that is a `Delivery`. */
export interface Channel {
  readonly name: string;
  /** Tells one recipient of one or more things together. `id` is the same when it is tried again. */
  send(recipient: string, messages: readonly Message[], id: string): Promise<Delivery>;
  close(): Promise<void>;
}
