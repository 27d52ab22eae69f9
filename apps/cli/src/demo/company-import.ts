import { Readable } from 'node:stream';
import { CreateImport, PostReference, ReferenceOutcome } from '@tocsin/contracts';
import { type Company, dictionaryNames, referenceNames } from '@tocsin/synthetic';
import { CommandFailure } from '../command-failure.ts';
import type { Connection } from '../connection.ts';

const CHUNK_CHARACTERS = 256 * 1024;

/** Brings a company in through the doors that any company uses: names, denominators, complaints. */
export async function importCompany(company: Company, connection: Connection): Promise<{ rows: number }> {
  const csv = { 'content-type': 'text/csv' };
  for (const name of dictionaryNames.filter((one) => one !== 'organisation'))
    await bringIn(name, company.dictionaryCsv(name), connection);
  await bringIn('exposure', company.exposureCsv(), connection);
  for (const name of referenceNames) await bringIn(name, company.referenceCsv(name), connection);
  const query = new URLSearchParams({ profile: 'canonical', name: 'demo.csv', wait: 'true' });
  const answer = await connection.fetch(`${CreateImport.path}?${query.toString()}`, {
    method: CreateImport.method,
    headers: csv,
    body: Readable.toWeb(Readable.from(chunks(company.csvLines()))) as ReadableStream<Uint8Array>,
    duplex: 'half',
  });
  const { state, accepted, rejected, error } = CreateImport.reply.parse(await answer.json());
  if (state !== 'done' || rejected > 0) {
    throw new CommandFailure(`The demo's rows were not taken (${rejected} refused): ${error?.en ?? 'see the log'}`);
  }
  return { rows: accepted };
}

/** Puts a table in the place of what it was; one that is empty says nothing. */
async function bringIn(table: string, csv: string, connection: Connection): Promise<void> {
  if (!csv.trimEnd().includes('\n')) return;
  const answer = await connection.fetch(`${PostReference.path.replace(':table', table)}?mode=replace&name=demo`, {
    method: PostReference.method,
    headers: { 'content-type': 'text/csv' },
    body: csv,
  });
  const [refused] = ReferenceOutcome.parse(await answer.json()).rejected;
  if (refused !== undefined) {
    throw new CommandFailure(`Row ${refused.row} of the demo's ${table} was not taken: ${refused.sentence.en}`);
  }
}

/** Lines gathered into pieces worth sending. */
function* chunks(lines: Iterable<string>): Generator<Buffer> {
  let text = '';
  for (const line of lines) {
    text += line;
    if (text.length < CHUNK_CHARACTERS) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (text !== '') yield Buffer.from(text);
}
