import type { SavedViewInput } from '@tocsin/contracts';
import type { z } from 'zod';
import type { Warehouse } from '../connection/warehouse.ts';

export interface ViewVersion {
  readonly id: string;
  readonly version: number;
  readonly owner: string;
  readonly view: z.output<typeof SavedViewInput>;
  readonly removed: boolean;
  readonly at: Date;
  readonly by: string;
}

/** Adds a version of a view. Versions are never changed: the caller takes the next number. */
export async function saveView(warehouse: Warehouse, { id, view, removed, at, ...rest }: ViewVersion): Promise<void> {
  const record = {
    ...{ view_id: id, ...rest, visibility: view.visibility, body: JSON.stringify(view) },
    ...{ removed: Number(removed), at: at.toISOString() },
  };
  await warehouse.insert('saved_view', [record]);
}
