import { type LookupOptions, lookup } from 'node:dns';
import { BlockList, type LookupFunction, isIP } from 'node:net';
import { internalHost } from './pull-trouble.ts';

/** Addresses of this machine, its network, and those that reach no single host on the Internet (RFC 6890). */
const INTERNAL: readonly (readonly [net: string, prefix: number, family: 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  ['::', 96, 'ipv6'], // unspecified, loopback, and IPv4 in its oldest wrapping
  ['64:ff9b::', 96, 'ipv6'], // IPv4 behind NAT64
  ['64:ff9b:1::', 48, 'ipv6'],
  ['2002::', 16, 'ipv6'], // IPv4 behind 6to4
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 9, 'ipv6'], // link-local, and the site-local that came before fc00::/7
  ['ff00::', 8, 'ipv6'],
];

const internal = new BlockList();
for (const [net, prefix, family] of INTERNAL) internal.addSubnet(net, prefix, family);

/** Whether an address is one that only this machine or its network reaches; IPv4 within IPv6 counts as IPv4. */
export const isInternal = (address: string): boolean => internal.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

/**
 * Which hosts a pull may reach: whoever may set up a feed must not read through the server what only the server can
 * reach. A name is judged by the addresses that are really connected to, so that it cannot change in between.
 */
export class ReachableHosts {
  readonly #listed: ReadonlySet<string>;

  /** `listed`: internal hosts, `name` or `name:port`, that may be reached all the same. */
  constructor(listed: readonly string[]) {
    this.#listed = new Set(listed.map((host) => host.toLowerCase()));
  }

  /** How to look the host of this address up. Throws PullTrouble at an internal address that is written out. */
  lookupFor(url: URL): LookupFunction {
    const port = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port;
    if (this.#listed.has(url.hostname) || this.#listed.has(`${url.hostname}:${port}`)) return lookup;
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (isIP(host) !== 0 && isInternal(host)) throw internalHost(host);
    return outsideOnly;
  }
}

const outsideOnly: LookupFunction = (host, options, done) => {
  const all: LookupOptions & { all: true } = { ...options, all: true };
  lookup(host, all, (error, found) => {
    if (error !== null) return done(error, '', 0);
    if (found.length === 0 || found.some(({ address }) => isInternal(address))) return done(internalHost(host), '', 0);
    if (options.all === true) return done(null, found);
    return done(null, found[0]?.address ?? '', found[0]?.family);
  });
};
