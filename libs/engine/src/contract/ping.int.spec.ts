import { expect, it } from 'vitest';
import { contract } from './engine-under-test.ts';

contract('ping', (ground) => {
  it('answers Ok without a password', async () => {
    const response = await fetch(`${ground.address.url}/ping`);
    expect(await response.text()).toBe('Ok.\n');
  });

  it('answers the client, which asks with a query when told to', async () => {
    expect(await ground.client.ping()).toMatchObject({ success: true });
    expect(await ground.client.ping({ select: true })).toMatchObject({ success: true });
  });

  it('answers a HEAD request without a body', async () => {
    const response = await fetch(`${ground.address.url}/ping`, { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });
});
