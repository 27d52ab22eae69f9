import type { IncomingMessage } from 'node:http';
import { AwsV4Signer } from 'aws4fetch';
import { type ListedObject, failureCode, objectPage, textOf } from './object-list.ts';
import type { PullClient } from './pull-client.ts';
import { notAList, refusedBy } from './pull-trouble.ts';

export interface BucketAccess {
  readonly endpoint: URL;
  readonly bucket: string;
  readonly region: string;
  /** Both '' for a bucket that anybody may read. */
  readonly accessKey: string;
  readonly secretKey: string;
}

/** A bucket on S3-compatible storage, addressed by path (endpoint/bucket/key), which every such storage understands. */
export class Bucket {
  constructor(
    private readonly access: BucketAccess,
    private readonly client: PullClient,
    private readonly now: () => Date,
  ) {}

  /** Every object under a prefix in the order of keys, page after page. Throws PullTrouble. */
  async *list(prefix: string): AsyncGenerator<ListedObject> {
    let token = '';
    do {
      const query = { 'list-type': '2', 'encoding-type': 'url', prefix, 'continuation-token': token };
      const given = Object.entries(query).filter(([, value]) => value !== '');
      const url = this.#address('');
      url.search = given.map(([name, value]) => `${name}=${strictlyEncoded(value)}`).join('&');
      const page = objectPage(await textOf(await this.#get(url)));
      if (page === undefined) throw notAList(url);
      yield* page.objects;
      if (page.next === token) return;
      token = page.next;
    } while (token !== '');
  }

  /** The content of an object. Throws PullTrouble. */
  open(key: string): Promise<IncomingMessage> {
    return this.#get(this.#address(key));
  }

  async #get(url: URL): Promise<IncomingMessage> {
    const answer = await this.client.get(url, { headers: await this.#signed(url) });
    if (answer.statusCode === 200) return answer;
    throw refusedBy(url, answer.statusCode ?? 0, failureCode(await textOf(answer)));
  }

  #address(key: string): URL {
    const { endpoint, bucket } = this.access;
    const path = key.split('/').map(strictlyEncoded).join('/');
    const url = new URL(endpoint);
    url.pathname = `${endpoint.pathname.replace(/\/+$/, '')}/${bucket}${key === '' ? '' : `/${path}`}`;
    return url;
  }

  async #signed(url: URL): Promise<Record<string, string>> {
    const { accessKey, secretKey, region } = this.access;
    if (accessKey === '' && secretKey === '') return {};
    const datetime = this.now()
      .toISOString()
      .replace(/[-:]|\.\d+/g, '');
    const keys = { accessKeyId: accessKey, secretAccessKey: secretKey };
    const signer = new AwsV4Signer({ url: url.href, service: 's3', region, datetime, ...keys });
    return Object.fromEntries((await signer.sign()).headers);
  }
}

/** As the signature is worked out: everything but the unreserved characters of RFC 3986. */
const strictlyEncoded = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
