import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemOf } from '../problem.filter.ts';
import { Refusal } from '../refusal.ts';

/** Answered by the API; an unknown one is an error, not a page. */
const NOT_PAGES = /^\/(api|health|metrics)(\/|$)/;

/** Files of the web app under their own names; every other path is a page of the app, so it gets index.html. */
export async function servePages(app: NestFastifyApplication, root: string): Promise<void> {
  await app.register(fastifyStatic, { root, serve: false, dotfiles: 'deny', preCompressed: true });
  app
    .getHttpAdapter()
    .getInstance()
    .get('/*', (request, reply) => send(root, request, reply));
}

const ICON = '/favicon.svg';

function send(root: string, request: FastifyRequest, reply: FastifyReply) {
  const path = decoded(request.url.split('?', 1)[0] ?? '/');
  if (path === undefined || NOT_PAGES.test(path)) {
    const problem = problemOf(new Refusal('not-found'));
    return reply.status(problem.status).type('application/problem+json; charset=utf-8').send(JSON.stringify(problem));
  }
  // a file with its build's hash in its name never changes; the page that names them must be asked for each time
  const isAsset = path.startsWith('/assets/') && existsSync(join(root, path));
  const isFile = path !== '/' && !path.includes('..') && existsSync(join(root, path)) && /\.\w+$/.test(path);
  if (path.startsWith('/assets/') && !isAsset) return reply.status(404).send();
  if (isAsset) return reply.sendFile(path, root, { maxAge: '365d', immutable: true });
  // a browser looks for the icon with every address, so with every filter: it would take the place of a question
  if (isFile && path === ICON) return reply.sendFile(path, root, { maxAge: '1d' });
  void reply.header('cache-control', 'no-cache');
  return reply.sendFile(isFile ? path : 'index.html', root, { cacheControl: false });
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
