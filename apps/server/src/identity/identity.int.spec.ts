import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endpoints } from '../present/openapi.ts';
import { type TestServer, startTestServer } from '../testing/start-test-server.ts';
import { SetupService } from './setup.service.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

/** As a browser that is not signed in: no token of this machine. */
const stranger = { authorization: 'none' };
const password = 'long enough for anyone';
const cookieOf = (headers: Record<string, unknown>) => String(headers['set-cookie']).split(';', 1)[0] ?? '';
const signIn = (name: string, secret: string, headers: Record<string, string> = stranger) =>
  server.send({ method: 'POST', url: '/api/v1/session', headers, payload: { name, password: secret } });
const me = (headers: Record<string, string>) => server.send({ method: 'GET', url: '/api/v1/session', headers });

describe('the first start', () => {
  const setUp = (code: string) =>
    server.send({
      method: 'POST',
      url: '/api/v1/setup',
      headers: stranger,
      payload: { code, name: 'chief', password },
    });

  it('lets nobody in before there is an account, and says that one is needed', async () => {
    expect(await server.json({ url: '/api/v1/setup', headers: stranger })).toEqual({ needed: true });
    expect((await me(stranger)).statusCode).toBe(401);
  });

  it('makes the administrator only for whoever can read the console, and only once', async () => {
    expect(JSON.parse((await setUp('AAAA-AAAA-AAAA')).body)).toMatchObject({ status: 403, code: 'wrong-setup-code' });
    const { code } = server.app.get(SetupService);
    const made = await setUp(code.toLowerCase());
    expect(made.statusCode).toBe(201);
    expect(JSON.parse(made.body)).toEqual({ name: 'chief', role: 'admin', organisations: [] });
    expect((await me({ cookie: cookieOf(made.headers) })).statusCode).toBe(200);
    expect(JSON.parse((await setUp(code)).body)).toMatchObject({ status: 409, code: 'already-set-up' });
    expect(await server.json({ url: '/api/v1/setup', headers: stranger })).toEqual({ needed: false });
  });
});

describe('sessions', () => {
  it('live in a cookie that scripts and other sites cannot use, and end at sign-out', async () => {
    const answer = await signIn('chief', password);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['set-cookie']).toMatch(/HttpOnly/);
    expect(answer.headers['set-cookie']).toMatch(/SameSite=Lax/);
    expect(answer.headers['set-cookie']).not.toMatch(/Secure/);
    const cookie = cookieOf(answer.headers);
    expect(JSON.parse((await me({ cookie })).body)).toMatchObject({ name: 'chief' });
    const out = await server.send({ method: 'DELETE', url: '/api/v1/session', headers: { cookie } });
    expect(out.statusCode).toBe(204);
    expect((await me({ cookie })).statusCode).toBe(401);
  });

  it('end by themselves after their hours', async () => {
    const cookie = cookieOf((await signIn('chief', password)).headers);
    server.clock.move(11.9 * 3_600_000);
    expect((await me({ cookie })).statusCode).toBe(200);
    server.clock.move(0.2 * 3_600_000);
    expect((await me({ cookie })).statusCode).toBe(401);
  });

  it('end when the password is changed', async () => {
    const account = { name: 'mover', password, role: 'analyst' };
    await server.send({ method: 'POST', url: '/api/v1/accounts', payload: account });
    server.clock.move(1000);
    const cookie = cookieOf((await signIn('mover', password)).headers);
    server.clock.move(10_000);
    const change = { method: 'PUT', url: '/api/v1/accounts/mover/password', payload: { password: 'another long one' } };
    expect((await server.send(change as never)).statusCode).toBe(204);
    expect((await me({ cookie })).statusCode).toBe(401);
    expect((await signIn('mover', password)).statusCode).toBe(401);
    expect((await signIn('mover', 'another long one')).statusCode).toBe(200);
  });

  it('cannot be used by another site, nor started by one', async () => {
    const cookie = cookieOf((await signIn('chief', password)).headers);
    const foreign = { cookie, origin: 'https://evil.example', host: 'tocsin.example' };
    const answer = await server.send({ method: 'DELETE', url: '/api/v1/session', headers: foreign });
    expect(JSON.parse(answer.body)).toMatchObject({ status: 403, code: 'foreign-origin' });
    expect((await signIn('chief', password, { ...stranger, origin: 'https://evil.example' })).statusCode).toBe(403);
    expect((await me({ cookie })).statusCode).toBe(200);
  });

  it('are Secure where the product is reached by https', async () => {
    const secure = await startTestServer({ publicUrl: 'https://tocsin.example' });
    try {
      await secure.send({ method: 'POST', url: '/api/v1/accounts', payload: { name: 'amy', password, role: 'admin' } });
      const payload = { name: 'amy', password };
      const answer = await secure.send({ method: 'POST', url: '/api/v1/session', headers: stranger, payload });
      expect(answer.headers['set-cookie']).toMatch(/Secure/);
      expect(answer.headers['strict-transport-security']).toMatch(/max-age/);
    } finally {
      await secure.stop();
    }
  });
});

describe('guessing', () => {
  it('is answered alike for a wrong name and a wrong password, and slowed down after five tries', async () => {
    const unknown = JSON.parse((await signIn('nobody', 'x')).body) as Record<string, unknown>;
    expect(JSON.parse((await signIn('chief', 'x')).body)).toEqual(unknown);
    for (let count = 0; count < 4; count++) await signIn('chief', 'x');
    const slowed = await signIn('chief', password);
    expect(slowed.statusCode).toBe(429);
    expect(Number(slowed.headers['retry-after'])).toBeGreaterThan(0);
    server.clock.move(20_000);
    expect((await signIn('chief', password)).statusCode).toBe(200);
  });
});

describe('keys and roles', () => {
  const newKey = (role: string) =>
    server.json<{ id: string; key: string }>({
      method: 'POST',
      url: '/api/v1/keys',
      payload: { label: 'feed', role, organisations: ['110000'] },
    });

  it('let a program in until they are revoked, as what they were made for', async () => {
    const { id, key } = await newKey('operator');
    const headers = { authorization: `Bearer ${key}` };
    expect(JSON.parse((await me(headers)).body)).toEqual({
      name: 'key:feed',
      role: 'operator',
      organisations: ['110000'],
    });
    expect((await server.send({ method: 'GET', url: '/api/v1/accounts', headers })).statusCode).toBe(403);
    await server.send({ method: 'DELETE', url: `/api/v1/keys/${id}` });
    expect((await me(headers)).statusCode).toBe(401);
  });

  it('takes the token of this machine from this machine only', async () => {
    const headers = { authorization: `Bearer ${server.localToken}` };
    const away = { method: 'GET', url: '/api/v1/session', headers, remoteAddress: '10.0.0.7' } as const;
    expect((await server.app.inject(away)).statusCode).toBe(401);
    expect((await me(headers)).statusCode).toBe(200);
  });

  it('refuse a name that is taken, and a password that is short', async () => {
    const make = (payload: object) => server.send({ method: 'POST', url: '/api/v1/accounts', payload });
    expect((await make({ name: 'chief', password, role: 'admin' })).statusCode).toBe(409);
    const short = JSON.parse((await make({ name: 'new', password: 'short', role: 'admin' })).body) as object;
    expect(short).toMatchObject({ status: 400, errors: [{ path: 'password' }] });
  });
});

it('every endpoint of the contracts exists, and none but those meant for strangers lets one in', async () => {
  const open = ['GetSetup', 'CreateSetup', 'CreateSession'];
  const fastify = server.app.getHttpAdapter().getInstance();
  for (const [name, { method, path }] of endpoints()) {
    expect(fastify.hasRoute({ method: method as 'GET', url: path }), name).toBe(true);
    if (open.includes(name)) continue;
    const url = path.replace(/:\w+/, 'any');
    expect((await server.send({ method: method as 'GET', url, headers: stranger })).statusCode, name).toBe(401);
  }
});
