import { existsSync } from 'node:fs';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import { StandardSchemaValidationPipe } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { fileURLToPath } from 'node:url';
import type { Config } from '../config.ts';
import { Metrics } from '../operate/metrics.ts';
import { ProblemFilter } from '../problem.filter.ts';
import { asRefusal } from './as-refusal.ts';
import { contentPolicy } from './content-policy.ts';
import { servePages } from './serve-pages.ts';
import { unpackJson } from './unpack-json.ts';

/** Bodies of these types are handed to the handler as a stream, whatever their size. */
const STREAMED = [
  'text/csv',
  'application/x-ndjson',
  'application/ndjson',
  'application/gzip',
  'application/x-gzip',
  'application/octet-stream',
  'application/offset+octet-stream',
  'application/zip',
  'application/x-bzip2',
  'text/tab-separated-values',
  'application/vnd.ms-excel',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.apache.parquet',
  'application/vnd.apache.arrow.file',
  'application/vnd.apache.arrow.stream',
];

/** Everything about HTTP that is the same for every resource. */
export async function setUpHttp(app: NestFastifyApplication, config: Config): Promise<void> {
  const pages = pagesDirectory(config);
  const isHttps = config.publicUrl?.startsWith('https:') ?? false;
  await app.register(helmet, { contentSecurityPolicy: contentPolicy(pages, isHttps), hsts: isHttps });
  await app.register(cookie);
  const fastify = app.getHttpAdapter().getInstance();
  for (const type of STREAMED) fastify.addContentTypeParser(type, (_request, body, done) => done(null, body));
  unpackJson(fastify);
  // nothing that a person may see is kept by anyone on the way, unless its handler knows better
  fastify.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
  });
  const metrics = app.get(Metrics);
  fastify.addHook('onResponse', async ({ method, routeOptions }, { statusCode, elapsedTime }) => {
    metrics.answered(method, routeOptions.url ?? 'unknown', statusCode, elapsedTime / 1000);
  });
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalPipes(new StandardSchemaValidationPipe({ exceptionFactory: asRefusal }));
  if (pages !== undefined) await servePages(app, pages);
}

/** The built web app: as configured, else apps/web/dist, which lies equally far from the sources and the bundles. */
function pagesDirectory({ webDirectory }: Config): string | undefined {
  const places = [webDirectory, ...['../../web/dist', '../../../web/dist'].map(beside)];
  return places.find((place) => place !== undefined && existsSync(`${place}/index.html`));
}

const beside = (path: string) => fileURLToPath(new URL(path, import.meta.url));
