import { Injectable } from '@nestjs/common';
import type { FeedDataMessage, FeedMessage } from '@tocsin/contracts';
import { Subject } from 'rxjs';
import type { z } from 'zod';

export type FeedItem =
  | { readonly kind: 'alert'; readonly message: FeedMessage }
  | { readonly kind: 'data'; readonly message: z.infer<typeof FeedDataMessage> };

/**
 * The in-app channel: what is published here goes at once to every open page that may see it. Pages that were away
 * catch up from the `notice` table, so the row must be written before it is published.
 */
@Injectable()
export class Feed {
  readonly #items = new Subject<FeedItem>();
  readonly items = this.#items.asObservable();

  publish(message: FeedMessage): void {
    this.#items.next({ kind: 'alert', message });
  }

  /** Tells open pages that figures have changed. */
  publishDataVersion(dataVersion: string): void {
    this.#items.next({ kind: 'data', message: { dataVersion } });
  }
}
