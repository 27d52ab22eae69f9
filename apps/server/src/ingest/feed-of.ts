import type { DataFeedInput, Import } from '@tocsin/contracts';
import type { z } from 'zod';

type Feed = Pick<z.output<typeof DataFeedInput>, 'id' | 'kind' | 'profile' | 'apiKey' | 'enabled'>;

/** What tells the feed of a delivery that names none. */
export interface Delivered {
  readonly channel: Import['channel'];
  readonly profile: string;
  /** The account, or the label of the key. */
  readonly requestedBy: string;
}

/**
 * The feed that a delivery belongs to; '' where none fits, or several do. An API feed is told by its key, an upload feed by
 * its profile. A pull names its feed itself.
 */
export function feedOf({ channel, profile, requestedBy }: Delivered, feeds: readonly Feed[]): string {
  const fitting = feeds.filter(
    ({ kind, enabled, ...feed }) =>
      enabled && kind === channel && feed.profile === profile && (kind !== 'api' || feed.apiKey === requestedBy),
  );
  return fitting.length === 1 ? (fitting[0]?.id ?? '') : '';
}
