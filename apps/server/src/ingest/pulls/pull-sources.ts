import type { IncomingMessage } from 'node:http';
import type { PulledObject } from '@tocsin/warehouse';
import { Bucket } from './bucket.ts';
import { percentDecoded } from './object-list.ts';
import { type Pull, targetOf } from './pull.ts';
import type { PullClient } from './pull-client.ts';
import { refusedBy, secretLost, shownAddress } from './pull-trouble.ts';

/** What tells one state of an object from another. */
export type Mark = Pick<PulledObject, 'etag' | 'lastModified' | 'bytes'>;

/** An object whose present state has not been pulled yet. */
export interface NewObject {
  /** What the ledger knows it by: its address without secrets. */
  readonly object: string;
  /** The last part of its name. */
  readonly name: string;
  /** Opens it; undefined when it turns out to be what was pulled already. */
  readonly open: () => Promise<{ readonly body: IncomingMessage; readonly mark: Mark } | undefined>;
}

/** Everything there is to pull now, given what has been pulled before. Throws PullTrouble or Refusal. */
export async function* newObjects(
  pull: Pull,
  before: ReadonlyMap<string, Mark>,
  client: PullClient,
  now: () => Date,
): AsyncGenerator<NewObject> {
  const target = targetOf(pull);
  const { secretKey } = pull;
  if (secretKey === undefined) throw secretLost(pull.feed);
  if (target.kind === 'file') {
    yield theFile(target.url, before, client);
    return;
  }
  const { bucket: name, prefix } = target;
  const bucket = new Bucket({ ...pull, ...target, secretKey, bucket: name }, client, now);
  for await (const { key, ...listed } of bucket.list(prefix)) {
    const object = `s3://${name}/${key}`;
    if (isNoDelivery(key) || isSame(before.get(object), listed)) continue;
    const open = async () => {
      const body = await bucket.open(key);
      return { body, mark: { ...markOf(body, listed), lastModified: listed.lastModified } };
    };
    yield { object, name: lastPart(key), open };
  }
}

function theFile(url: URL, before: ReadonlyMap<string, Mark>, client: PullClient): NewObject {
  const object = shownAddress(url);
  const known = before.get(object);
  const headers = {
    ...(known === undefined || known.etag === '' ? {} : { 'if-none-match': known.etag }),
    ...(known === undefined || known.lastModified === '' ? {} : { 'if-modified-since': known.lastModified }),
  };
  const open = async () => {
    const body = await client.get(url, { headers, follow: true });
    if (body.statusCode !== 200) body.resume();
    if (body.statusCode === 304) return undefined;
    if (body.statusCode !== 200) throw refusedBy(url, body.statusCode ?? 0);
    const mark = markOf(body, { etag: '', bytes: 0 });
    if (!isSame(known, mark)) return { body, mark };
    body.destroy();
    return undefined;
  };
  return { object, name: lastPart(percentDecoded(url.pathname)) || url.hostname, open };
}

/** Folders, and what tools leave beside the data: `_SUCCESS`, `.DS_Store`. */
const isNoDelivery = (key: string) => /(^|\/)([_.][^/]*)?$/.test(key);

const lastPart = (path: string) => path.slice(path.lastIndexOf('/') + 1);

const markOf = ({ headers }: IncomingMessage, listed: Pick<Mark, 'etag' | 'bytes'>): Mark => ({
  etag: headers.etag ?? listed.etag,
  lastModified: headers['last-modified'] ?? '',
  bytes: Number(headers['content-length'] ?? listed.bytes),
});

/** Some storages quote an ETag when they send the object and not when they list it. */
const bare = (etag: string) => etag.replace(/^W\/|"/g, '');

/** By the ETag where there is one, else by the time of change; without either nothing is known to be the same. */
function isSame(before: Mark | undefined, now: Mark): boolean {
  if (before === undefined || before.bytes !== now.bytes) return false;
  if (now.etag === '') return now.lastModified !== '' && before.lastModified === now.lastModified;
  return bare(before.etag) === bare(now.etag);
}
