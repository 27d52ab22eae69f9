import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClickHouseClient } from '@clickhouse/client';
import { clientOn, targets, type Address } from './engine-under-test';

describe.each(targets)('ping on $name', ({ start }) => {
  let address: Address;
  let client: ClickHouseClient;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    ({ address, stop } = await start());
    client = await clientOn(address);
  });
  afterAll(async () => {
    await client.close();
    await stop();
  });

  it('answers Ok without a password', async () => {
    const response = await fetch(`${address.url}/ping`);
    expect(await response.text()).toBe('Ok.\n');
  });

  it('answers the client, which asks with a query when told to', async () => {
    expect(await client.ping()).toMatchObject({ success: true });
    expect(await client.ping({ select: true })).toMatchObject({ success: true });
  });

  it('answers a HEAD request without a body', async () => {
    const response = await fetch(`${address.url}/ping`, { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });
});
