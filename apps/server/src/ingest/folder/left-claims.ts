import type { Claim } from './claim.ts';

/** Polls through which a claim of somebody else has to lie there before it counts as left: minutes, for a slow copy. */
const PATIENCE = 60;

/**
 * Which claims were left by a server that is no more: all that are there at the first poll, and afterwards those that lie
 * there for long without being ours. A claim that another server still works on is as a rule gone sooner; where it is not,
 * both find the same import by the claim's key.
 */
export class LeftClaims {
  #polls: ReadonlyMap<string, number> | undefined;

  /** Takes the claims of others in, at every poll. */
  see(others: readonly Claim[]): void {
    const before = this.#polls;
    this.#polls = new Map(others.map(({ id }) => [id, before === undefined ? PATIENCE : (before.get(id) ?? 0) + 1]));
  }

  /** Whether a claim that was seen at the last poll is to be taken up. */
  isLeft({ id }: Claim): boolean {
    return (this.#polls?.get(id) ?? 0) >= PATIENCE;
  }
}
