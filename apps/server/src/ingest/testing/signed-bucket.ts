import { createHash, createHmac } from 'node:crypto';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const REGION = 'cn-north-1';
const PAGE = 2;

/**
 * Storage that speaks as much of S3 as a reader needs (ListObjectsV2 in pages of two, GetObject, errors in XML), and
 * asks for a signature of version 4, which it works out by itself from the bytes of the request, after the text of
 * "Create a signed AWS API request". Also serves plain files with an ETag under /files/.
 */
export class SignedBucket {
  readonly objects = new Map<string, string>();
  readonly files = new Map<string, string>();
  /** Files of which only the half is sent before the line goes dead. */
  readonly halved = new Set<string>();
  readonly moved = new Map<string, string>();
  /** What was asked for and answered, such as `GET 200 /bucket/a.csv`. */
  readonly log: string[] = [];
  readonly keys = { accessKey: 'reader', secretKey: 'a secret that nobody may read' };
  readonly region = REGION;
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      this.#answer(request, response);
      this.log.push(`${request.method} ${response.statusCode} ${request.url?.split('?')[0]}`);
    });
  }

  static async open(): Promise<SignedBucket> {
    const bucket = new SignedBucket();
    await new Promise<void>((done) => bucket.#server.listen(0, '127.0.0.1', done));
    return bucket;
  }

  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get address(): string {
    return `http://${this.host}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const [path = '', query = ''] = (request.url ?? '').split('?');
    const elsewhere = this.moved.get(path);
    const file = this.files.get(path);
    if (elsewhere !== undefined) response.writeHead(302, { location: elsewhere }).end();
    else if (file !== undefined && this.halved.has(path)) {
      response.writeHead(200, { 'content-length': file.length });
      response.write(file.slice(0, file.length / 2), () => request.socket.destroy());
    } else if (file !== undefined) send(request, response, file);
    else if (path.startsWith('/files/')) response.writeHead(404).end();
    else if (!this.#isSigned(request, path, query)) fail(response, 403, 'SignatureDoesNotMatch');
    else if (path === '/complaints') this.#list(new URLSearchParams(query), response);
    else {
      const object = this.objects.get(decodeURIComponent(path).replace('/complaints/', ''));
      if (object === undefined) fail(response, 404, path.startsWith('/complaints') ? 'NoSuchKey' : 'NoSuchBucket');
      else send(request, response, object);
    }
  }

  #list(query: URLSearchParams, response: ServerResponse): void {
    const after = query.get('continuation-token') ?? '';
    const keys = [...this.objects.keys()]
      .filter((key) => key.startsWith(query.get('prefix') ?? '') && key > after)
      .sort();
    const page = keys.slice(0, PAGE);
    const isCut = keys.length > PAGE;
    const contents = page.map((key) => {
      const body = this.objects.get(key) ?? '';
      const etag = etagOf(body).replaceAll('"', '&quot;');
      return `<Contents><Key>${encodeURIComponent(key)}</Key><LastModified>2026-03-01T00:00:00.000Z</LastModified><ETag>${etag}</ETag><Size>${Buffer.byteLength(body)}</Size><StorageClass>STANDARD</StorageClass></Contents>`;
    });
    const next = isCut ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : '';
    response.setHeader('content-type', 'application/xml').end(
      `<?xml version="1.0" encoding="UTF-8"?>
<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>complaints</Name><EncodingType>url</EncodingType><IsTruncated>${isCut}</IsTruncated>${next}${contents.join('')}</ListBucketResult>`,
    );
  }

  #isSigned({ method, headers }: IncomingMessage, path: string, query: string): boolean {
    const [, credential = '', signed = '', signature] =
      /^AWS4-HMAC-SHA256 Credential=reader\/([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
        headers.authorization ?? '',
      ) ?? [];
    const time = String(headers['x-amz-date']);
    const scope = `${time.slice(0, 8)}/${REGION}/s3/aws4_request`;
    if (credential !== scope || !signed.split(';').includes('host')) return false;
    const parameters = query === '' ? '' : query.split('&').sort().join('&');
    const named = signed.split(';').map((name) => `${name}:${String(headers[name]).trim()}\n`);
    const payload = String(headers['x-amz-content-sha256']);
    const canonical = [method, path, parameters, named.join(''), signed, payload].join('\n');
    const toSign = ['AWS4-HMAC-SHA256', time, scope, createHash('sha256').update(canonical).digest('hex')].join('\n');
    const key = scope
      .split('/')
      .reduce(
        (last: Buffer, part) => createHmac('sha256', last).update(part).digest(),
        Buffer.from(`AWS4${this.keys.secretKey}`),
      );
    return createHmac('sha256', key).update(toSign).digest('hex') === signature;
  }
}

const etagOf = (body: string) => `"${createHash('md5').update(body).digest('hex')}"`;

function send({ headers }: IncomingMessage, response: ServerResponse, body: string): void {
  const etag = etagOf(body);
  response.setHeader('etag', etag);
  if (headers['if-none-match'] === etag) response.writeHead(304).end();
  else response.setHeader('content-length', Buffer.byteLength(body)).end(body);
}

function fail(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status).end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>No.</Message></Error>`);
}
