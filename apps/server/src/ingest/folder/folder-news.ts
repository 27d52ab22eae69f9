import { Logger } from '@nestjs/common';
import type { Sentence } from '@tocsin/contracts';
import { type Warehouse, pullOutcomes, savePullOutcome } from '@tocsin/warehouse';
import type { Clock } from '../../clock.ts';

/**
 * What is worth knowing of each feed's folder, kept where it changed: what cannot be moved or seen at present, else why
 * the last file failed. The log has a line for each trouble when it begins, and none while it lasts.
 */
export class FolderNews {
  readonly #logger = new Logger('folder');
  /** By feed: why its last file failed; null after one that did not. */
  readonly #failures = new Map<string, Sentence | null>();
  /** By feed: the trouble that is kept. */
  #kept: Map<string, string> | undefined;
  #done = new Map<string, number>();
  #stuck = new Map<string, Map<string, Sentence>>();
  #stuckBefore: ReadonlySet<string> = new Set();

  constructor(
    private readonly warehouse: Warehouse,
    private readonly clock: Clock,
  ) {}

  /** A file is over; `failure` says why it failed. */
  ended(feed: string, failure: Sentence | null): void {
    this.#failures.set(feed, failure);
    if (failure === null) this.#done.set(feed, (this.#done.get(feed) ?? 0) + 1);
    else this.#logger.warn(failure.en);
  }

  /** Something stands still for now: `path` is what. */
  stuck(feed: string, path: string, sentence: Sentence, error?: unknown): void {
    const ofFeed = this.#stuck.get(feed) ?? new Map<string, Sentence>();
    this.#stuck.set(feed, ofFeed.set(path, sentence));
    if (this.#stuckBefore.has(path)) return;
    this.#logger.error(sentence.en, error instanceof Error ? error.stack : undefined);
  }

  /** Ends a poll: keeps what changed for these feeds. */
  async keep(feeds: readonly string[]): Promise<void> {
    const [done, stuck] = [this.#done, this.#stuck];
    this.#done = new Map();
    this.#stuck = new Map();
    this.#stuckBefore = new Set([...stuck.values()].flatMap((ofFeed) => [...ofFeed.keys()]));
    const kept = (this.#kept ??= await this.#load());
    for (const feed of feeds) {
      const [first] = stuck.get(feed)?.values() ?? [];
      const trouble = first ?? this.#failures.get(feed) ?? null;
      const objects = done.get(feed) ?? 0;
      if (objects === 0 && JSON.stringify(trouble) === (kept.get(feed) ?? 'null')) continue;
      await savePullOutcome(this.warehouse, { feed, at: this.clock.now().toISOString(), objects, trouble });
      kept.set(feed, JSON.stringify(trouble));
    }
  }

  /** What an earlier server kept: its failures stay until a file is done. */
  async #load(): Promise<Map<string, string>> {
    const outcomes = await this.warehouse.rows(pullOutcomes());
    for (const { feed, trouble } of outcomes) if (!this.#failures.has(feed)) this.#failures.set(feed, trouble);
    return new Map(outcomes.map(({ feed, trouble }) => [feed, JSON.stringify(trouble)]));
  }
}
