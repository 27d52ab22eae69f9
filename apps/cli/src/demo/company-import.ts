import { Readable } from 'node:stream';
import { CreateExposures, CreateImport, PutDictionary } from '@tocsin/contracts';
import { type Company, dictionaryNames } from '@tocsin/synthetic';
import { CommandFailure } from '../command-failure.ts';
import type { Connection } from '../connection.ts';

const CHUNK_CHARACTERS = 256 * 1024;

/** Brings a company in through the doors that any company uses: names, denominators, complaints. */
export async function importCompany(company: Company, connection: Connection): Promise<{ rows: number }> {
  const csv = { 'content-type': 'text/csv' };
  for (const name of dictionaryNames) {
    const path = PutDictionary.path.replace(':name', name);
    await connection.fetch(path, { method: PutDictionary.method, headers: csv, body: company.dictionaryCsv(name) });
  }
  await connection.fetch(CreateExposures.path, {
    method: CreateExposures.method,
    headers: csv,
    body: company.exposureCsv(),
  });
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
