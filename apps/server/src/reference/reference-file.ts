import type { ReferenceTable } from '@tocsin/contracts';
import { type ReadReference, readReference } from '@tocsin/ingestion';
import { smallText } from '../ingest/doors/streamed-body.ts';

const MOST_BYTES = 64 * 2 ** 20;

/** A file for a table, sent as the body of a request. */
export const readReferenceFile = async (table: ReferenceTable, body: unknown): Promise<ReadReference> =>
  readReference(table, await smallText(body, MOST_BYTES));
