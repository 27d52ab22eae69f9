import type { StreamFormat, StreamSource, Warehouse } from '../connection/warehouse.ts';
import { versionColumnNames } from '../tables/complaint-columns.ts';

/**
 * Adds rows to `complaint_version`: an Arrow stream with a column of text for each of `versionColumns`, or lines of text, in
 * their order; instants are unix seconds. The key (complaint, version, batch, row) makes a repeated or differently cut
 * insert harmless.
 */
export const insertVersions = (
  warehouse: Warehouse,
  source: StreamSource,
  format: StreamFormat = 'ArrowStream',
): Promise<{ writtenRows: number }> =>
  warehouse.insertStream('complaint_version', versionColumnNames, format, source, { asTheyCome: true });
