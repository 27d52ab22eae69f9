import { type RequestListener, type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { textOf } from './object-list.ts';
import { PullClient } from './pull-client.ts';
import { ReachableHosts, isInternal } from './reachable-hosts.ts';

let server: Server | undefined;
const client = new PullClient({ hosts: new ReachableHosts(['127.0.0.1']), idleMs: 50 });

/** The address of a server that answers like this. */
async function serving(listener: RequestListener): Promise<URL> {
  const started = createServer(listener);
  server = started;
  await new Promise<void>((done) => started.listen(0, '127.0.0.1', done));
  return new URL(`http://127.0.0.1:${(started.address() as AddressInfo).port}/a.csv`);
}

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

describe('the other side', () => {
  it('may not keep a pull waiting for its answer', async () => {
    const url = await serving(() => undefined);
    await expect(client.get(url)).rejects.toThrow('did not answer for too long');
  });

  it('may not stop in the middle of a body', async () => {
    const url = await serving((_, response) => void response.writeHead(200).write('complaint_id'));
    const body = await client.get(url);
    await expect(textOf(body)).rejects.toThrow('did not answer for too long');
  });

  it('may not send a pull round in circles', async () => {
    const url = await serving((_, response) => response.writeHead(302, { location: '/a.csv' }).end());
    await expect(client.get(url, { follow: true })).rejects.toThrow('points elsewhere');
  });
});

describe('an address', () => {
  it.each([
    ...['0.0.0.0', '10.255.0.1', '100.64.0.1', '127.9.9.9', '169.254.169.254', '172.16.0.1', '172.31.255.255'],
    ...['192.168.1.1', '198.18.0.1', '224.0.0.1', '255.255.255.255', '::', '::1', '::ffff:10.0.0.1', '::7f00:1'],
    ...['64:ff9b::a00:1', '2002:a00:1::', 'fc00::1', 'fd12::1', 'fe80::1', 'fec0::1', 'ff02::1'],
  ])('%s is internal', (address) => expect(isInternal(address)).toBe(true));

  it.each(['8.8.8.8', '100.128.0.1', '172.15.0.1', '172.32.0.1', '192.167.1.1', '223.255.255.255', '2400:3200::1'])(
    '%s is not',
    (address) => expect(isInternal(address)).toBe(false),
  );
});
