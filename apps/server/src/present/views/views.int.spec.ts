import type { ListViews, SavedView, SavedViewInput } from '@tocsin/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { type TestServer, startTestServer } from '../../testing/start-test-server.ts';

let server: TestServer;
const keys = new Map<string, string>();

beforeAll(async () => {
  server = await startTestServer();
  for (const [label, role] of [
    ['ana', 'analyst'],
    ['bo', 'analyst'],
    ['exe', 'executive'],
  ]) {
    const payload = { label, role, organisations: [] };
    const { key } = await server.json<{ key: string }>({ method: 'POST', url: '/api/v1/keys', payload });
    keys.set(label ?? '', key);
  }
});
afterAll(() => server.stop());

const as = (who: string | undefined) => (who === undefined ? {} : { authorization: `Bearer ${keys.get(who) ?? ''}` });
const send = (who: string | undefined, method: 'POST' | 'PUT' | 'DELETE', id = '', payload?: SavedViewInput) =>
  server.send({ method, url: `/api/v1/views${id === '' ? '' : `/${id}`}`, headers: as(who), payload });
const list = (who?: string) =>
  server.json<z.output<typeof ListViews.reply>>({ url: '/api/v1/views', headers: as(who) });
const view = (more: Partial<SavedViewInput> = {}): SavedViewInput => ({
  ...{ name: '山东各险类', page: 'trends', query: 'region=370000&split=line' },
  ...more,
});
const idOf = ({ body }: { body: string }) => (JSON.parse(body) as SavedView).id;

describe('a private view', () => {
  it('is its owner’s alone: kept, renamed, taken away; the same id for others is not there', async () => {
    const made = await send('ana', 'POST', '', view());
    expect(made.statusCode).toBe(201);
    const id = idOf(made);
    expect((await list('ana')).views).toMatchObject([{ id, version: 1, owner: 'key:ana', mayChange: true }]);
    expect((await list('bo')).views).toEqual([]);
    expect((await list()).views).toEqual([]);

    for (const who of ['bo', undefined]) {
      expect((await send(who, 'PUT', id, view({ name: 'x' }))).statusCode).toBe(404);
      expect((await send(who, 'DELETE', id)).statusCode).toBe(404);
    }
    const renamed = await send('ana', 'PUT', id, view({ name: '山东' }));
    expect(JSON.parse(renamed.body)).toMatchObject({ id, version: 2, name: '山东' });
    expect((await send('ana', 'DELETE', id)).statusCode).toBe(204);
    expect((await list('ana')).views).toEqual([]);
    expect((await send('ana', 'DELETE', id)).statusCode).toBe(404);
  });
});

describe('a shared view', () => {
  it('is seen by all, changed by its owner and administrators, and nobody else', async () => {
    const id = idOf(await send('ana', 'POST', '', view({ visibility: 'shared' })));
    expect((await list('exe')).views).toMatchObject([{ id, mayChange: false }]);
    expect((await send('bo', 'PUT', id, view({ name: 'x' }))).statusCode).toBe(403);
    expect((await send('bo', 'DELETE', id)).statusCode).toBe(403);
    const changed = await send(undefined, 'PUT', id, view({ visibility: 'shared', defaultFor: ['executive'] }));
    expect(JSON.parse(changed.body)).toMatchObject({ version: 2, owner: 'key:ana', defaultFor: ['executive'] });
    expect((await send(undefined, 'DELETE', id)).statusCode).toBe(204);
  });

  it('needs a right to be shared, and another to be where a role starts', async () => {
    expect((await list('exe')).mayShare).toBe(false);
    const codes = await Promise.all([
      send('exe', 'POST', '', view({ visibility: 'shared' })),
      send('ana', 'POST', '', view({ visibility: 'shared', defaultFor: ['analyst'] })),
      send(undefined, 'POST', '', view({ defaultFor: ['analyst'] })),
      send('exe', 'POST', '', view({ page: '../admin' })),
    ]);
    expect(codes.map(({ statusCode }) => statusCode)).toEqual([403, 403, 422, 400]);
  });
});

it('versions never collide: many changes at once are all kept, one after another', async () => {
  const id = idOf(await send('ana', 'POST', '', view()));
  const names = ['a', 'b', 'c', 'd', 'e'];
  const replies = await Promise.all(names.map((name) => send('ana', 'PUT', id, view({ name }))));
  const versions = replies.map(({ body }) => (JSON.parse(body) as SavedView).version);
  expect(versions.toSorted()).toEqual([2, 3, 4, 5, 6]);
  const newest = replies.findIndex(({ body }) => (JSON.parse(body) as SavedView).version === 6);
  expect((await list('ana')).views[0]).toMatchObject({ version: 6, name: names[newest] });
});
