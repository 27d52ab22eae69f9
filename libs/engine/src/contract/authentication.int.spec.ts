import { expect, it } from 'vitest';
import { authorization, contract } from './engine-under-test.ts';

contract('authentication', (ground) => {
  const select = (headers: Record<string, string>) =>
    fetch(`${ground.address.url}/?query=SELECT+1`, { method: 'POST', headers });

  it('refuses a wrong password with code 516', async () => {
    const client = ground.clientWith({ password: 'wrong', database: 'default' });
    await expect(client.query({ query: 'SELECT 1' })).rejects.toMatchObject({
      code: '516',
      type: 'AUTHENTICATION_FAILED',
    });
  });

  it('refuses an unknown user with the same words', async () => {
    const response = await select(authorization({ ...ground.address, username: 'nobody' }));
    expect(response.status).toBe(403);
    expect(response.headers.get('x-clickhouse-exception-code')).toBe('516');
    expect(await response.text()).toContain('password is incorrect, or there is no user with such name');
  });

  it("takes ClickHouse's own headers", async () => {
    const { username, password } = ground.address;
    const right = await select({ 'X-ClickHouse-User': username, 'X-ClickHouse-Key': password });
    expect([right.status, await right.text()]).toEqual([200, '1\n']);
    const wrong = await select({ 'X-ClickHouse-User': username, 'X-ClickHouse-Key': `${password}x` });
    expect(wrong.status).toBe(403);
  });

  it('does nothing before it knows who asks', async () => {
    const query = 'CREATE TABLE default.sneaked (a Int8) ENGINE = Memory';
    await fetch(`${ground.address.url}/?${new URLSearchParams({ query }).toString()}`, {
      method: 'POST',
      headers: authorization({ ...ground.address, password: 'wrong' }),
    });
    const response = await ground.send({ query: 'EXISTS TABLE default.sneaked' });
    expect(await response.text()).toBe('0\n');
  });
});
