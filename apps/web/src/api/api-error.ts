import type { Problem } from '@tocsin/contracts';

/** What kind of trouble, as far as a page must tell them apart. */
export type ApiErrorKind = 'offline' | 'signed-out' | 'forbidden' | 'missing' | 'invalid' | 'busy' | 'failed';

/** A request that did not bring what was asked for; `problem` is the server's own account when it gave one. */
export class ApiError extends Error {
  readonly kind: ApiErrorKind;
  readonly problem: Problem | undefined;

  constructor(kind: ApiErrorKind, problem?: Problem) {
    super(problem?.title.en ?? kind);
    this.name = 'ApiError';
    this.kind = kind;
    this.problem = problem;
  }
}

/** Worth another try without being asked: the line was down, or the server said "later". */
export const isPassing = (error: unknown) =>
  error instanceof ApiError && (error.kind === 'offline' || error.kind === 'busy');

export function kindOfStatus(status: number): ApiErrorKind {
  if (status === 401) return 'signed-out';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'missing';
  if (status === 400 || status === 409 || status === 413 || status === 415 || status === 422) return 'invalid';
  if (status === 429 || status === 503) return 'busy';
  return 'failed';
}
