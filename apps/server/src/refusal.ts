import type { Sentence } from '@tocsin/contracts';

/** Every way in which the server says no. Permanent: programs compare them. */
export type RefusalCode =
  | 'invalid-request'
  | 'not-signed-in'
  | 'wrong-name-or-password'
  | 'wrong-setup-code'
  | 'not-allowed'
  | 'foreign-origin'
  | 'not-found'
  | 'not-acceptable'
  | 'already-set-up'
  | 'name-taken'
  | 'conflict'
  | 'precondition-failed'
  | 'too-large'
  | 'unsupported-media-type'
  | 'unprocessable'
  | 'too-many-attempts'
  | 'too-many-requests'
  | 'busy'
  | 'not-ready';

export interface RefusalFacts {
  /** Where it went wrong and what to do about it. */
  readonly detail?: Sentence;
  /** One entry per wrong field or parameter. */
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
  readonly retryAfterSeconds?: number;
}

/**
 * An expected no: what the caller asked for cannot be done, and why. Thrown anywhere in the server; only
 * problem.filter.ts knows which HTTP status each code becomes.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: RefusalCode,
    readonly facts: RefusalFacts = {},
  ) {
    super(facts.detail?.en ?? code);
  }
}
