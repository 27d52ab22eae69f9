import type { InsertOptions, StreamSource, Warehouse } from '../connection/warehouse.ts';
import { versionColumnNames } from '../tables/complaint-columns.ts';

/**
 * Adds rows to `complaint_version`: TabSeparated text in the order of `versionColumns`, streamed as it comes. The key
 * (complaint, version, batch, row) makes a repeated or differently cut insert harmless.
 */
export const insertVersions = (
  warehouse: Warehouse,
  source: StreamSource,
  options?: InsertOptions,
): Promise<{ writtenRows: number }> =>
  warehouse.insertStream('complaint_version', versionColumnNames, 'TabSeparated', source, {
    ...options,
    asTheyCome: true,
  });
