import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Writable } from 'node:stream';
import { createBrotliCompress, createDeflate, createGzip, constants } from 'node:zlib';
import { httpStatusOf, type EngineError } from './engine-error.ts';
import { isOn, type QueryRequest } from './query-request.ts';

/** What a query did, as far as chDB tells. */
export interface Summary {
  readonly readRows: number;
  readonly readBytes: number;
  readonly writtenRows: number;
  readonly writtenBytes: number;
  readonly resultRows: number;
  readonly elapsedSeconds: number;
}

export const NOTHING_YET: Summary = {
  readRows: 0,
  readBytes: 0,
  writtenRows: 0,
  writtenBytes: 0,
  resultRows: 0,
  elapsedSeconds: 0,
};

const CONTENT_TYPES: readonly [RegExp, string][] = [
  [/^JSON(Each|CompactEach|StringsEach|CompactStringsEach)/i, 'application/x-ndjson; charset=UTF-8'],
  [/^JSON/i, 'application/json; charset=UTF-8'],
  [/^CSV/i, 'text/csv; charset=UTF-8'],
  [/^(TSV|TabSeparated)/i, 'text/tab-separated-values; charset=UTF-8'],
  [/^(ArrowStream|Arrow|Parquet|ORC|Native|RowBinary|Avro|MsgPack|BSON|Protobuf)/i, 'application/octet-stream'],
];

/** The headers that every answer to a query carries. Numbers are strings, as on a server. */
export function setQueryHeaders(
  response: ServerResponse,
  request: QueryRequest,
  timeZone: string,
  format: string,
): void {
  response.setHeader('X-ClickHouse-Query-Id', request.queryId);
  response.setHeader('X-ClickHouse-Timezone', request.settings.get('session_timezone') || timeZone);
  response.setHeader('X-ClickHouse-Format', format);
  const type = CONTENT_TYPES.find(([pattern]) => pattern.test(format))?.[1] ?? 'text/plain; charset=UTF-8';
  response.setHeader('Content-Type', type);
}

export function setSummary(response: ServerResponse, summary: Summary, resultBytes: number): void {
  const numbers = {
    read_rows: summary.readRows,
    read_bytes: summary.readBytes,
    written_rows: summary.writtenRows,
    written_bytes: summary.writtenBytes,
    total_rows_to_read: 0,
    result_rows: summary.resultRows,
    result_bytes: resultBytes,
    elapsed_ns: Math.round(summary.elapsedSeconds * 1e9),
  };
  const strings = Object.entries(numbers).map(([name, value]) => [name, String(value)]);
  response.setHeader('X-ClickHouse-Summary', JSON.stringify(Object.fromEntries(strings)));
}

/** Where the rows go: the response itself, or a compressor in front of it when both sides want one. */
export function bodyOf(response: ServerResponse, incoming: IncomingMessage, request: QueryRequest): Writable {
  if (!isOn(request.settings.get('enable_http_compression'))) return response;
  const accepted = incoming.headers['accept-encoding']?.toString().toLowerCase() ?? '';
  const level = Number(request.settings.get('http_zlib_compression_level') ?? 3);
  const encoding = /\b(gzip|br|deflate)\b/.exec(accepted)?.[1];
  const compressors: Record<string, () => Writable & { pipe(to: Writable): unknown }> = {
    gzip: () => createGzip({ level }),
    deflate: () => createDeflate({ level }),
    br: () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: level } }),
  };
  const compressor = encoding === undefined ? undefined : compressors[encoding]?.();
  if (!compressor || encoding === undefined) return response;
  response.setHeader('Content-Encoding', encoding);
  compressor.pipe(response);
  return compressor;
}

/** Answers with an error, if nothing has been sent yet. */
export function sendError(response: ServerResponse, error: EngineError, version: string): void {
  if (response.headersSent || response.destroyed) return;
  for (const name of ['X-ClickHouse-Format', 'Content-Encoding', 'X-ClickHouse-Exception-Tag'])
    response.removeHeader(name);
  const status = httpStatusOf(error.code);
  if (status === 503) response.setHeader('Retry-After', '1');
  response.setHeader('X-ClickHouse-Exception-Code', String(error.code));
  response.setHeader('Content-Type', 'text/plain; charset=UTF-8');
  response.writeHead(status).end(error.toWire(version));
}
