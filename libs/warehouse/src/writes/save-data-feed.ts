import type { DataFeedInput } from '@tocsin/contracts';
import type { z } from 'zod';
import type { Warehouse } from '../connection/warehouse.ts';

/** Adds a version of a feed. Versions are never changed: the caller takes the next number. */
export async function saveDataFeed(
  warehouse: Warehouse,
  feed: z.output<typeof DataFeedInput>,
  kept: { readonly version: number; readonly sealed: string; readonly at: Date; readonly by: string },
): Promise<void> {
  const { version, sealed, at, by } = kept;
  const record = { feed_id: feed.id, version, body: JSON.stringify(feed), sealed, at: at.toISOString(), by };
  await warehouse.insert('data_feed', [record]);
}
