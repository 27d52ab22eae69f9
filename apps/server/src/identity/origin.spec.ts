import type { FastifyRequest } from 'fastify';
import { expect, it } from 'vitest';
import { isFromElsewhere } from './origin.ts';

const request = (method: string, headers: Record<string, string>) =>
  ({ method, headers: { host: 'tocsin.example:7070', ...headers } }) as unknown as FastifyRequest;

it.each([
  ['a page of ours', 'POST', { origin: 'http://tocsin.example:7070' }, false],
  ['another site', 'POST', { origin: 'http://evil.example' }, true],
  ['another port of the same machine', 'POST', { origin: 'http://tocsin.example:9999' }, true],
  ['a page without an origin', 'DELETE', { origin: 'null' }, true],
  ['a program', 'POST', {}, false],
  ['a browser that names only the site', 'POST', { 'sec-fetch-site': 'cross-site' }, true],
  ['reading from anywhere', 'GET', { origin: 'http://evil.example' }, false],
])('%s', (_, method, headers, expected) => {
  expect(isFromElsewhere(request(method, headers), undefined)).toBe(expected);
});

it('knows its own public address behind a proxy', () => {
  const behindProxy = request('POST', { origin: 'https://tocsin.bank.cn' });
  expect(isFromElsewhere(behindProxy, 'https://tocsin.bank.cn')).toBe(false);
});
