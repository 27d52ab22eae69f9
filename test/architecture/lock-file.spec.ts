import { describe, expect, it } from 'vitest';
import { completed, missingOptional, platformOf } from './complete-lock.mjs';
import { committedFiles, read, readJson } from './workspace';

interface Lock {
  packages: Record<string, { resolved?: string; version?: string; link?: boolean }>;
}
type Dependencies = Record<string, string>;
interface Manifest {
  dependencies?: Dependencies;
  devDependencies?: Dependencies;
  optionalDependencies?: Dependencies;
}

const lock = readJson<Lock>('package-lock.json');

describe('package-lock.json', () => {
  it('has an entry for every optional platform package, or `npm ci` refuses it (npm run lock)', () => {
    expect(missingOptional(lock)).toEqual([]);
  });

  it('names no download address, so that any mirror serves it', () => {
    expect(read('package-lock.json')).not.toMatch(/"resolved": "[^"]*:/);
  });
});

describe('completing a lock file', () => {
  const engine = { version: '1.0.0', optionalDependencies: { '@x/lib-linux-arm64-gnu': '1.0.0' } };

  it('adds what is missing beside what is there', () => {
    const done = completed({ packages: { '': {}, 'node_modules/engine': engine, 'node_modules/zod': {} } });
    expect(missingOptional(done)).toEqual([]);
    expect(Object.keys(done.packages)).toEqual([
      '',
      'node_modules/@x/lib-linux-arm64-gnu',
      'node_modules/engine',
      'node_modules/zod',
    ]);
    expect(done.packages['node_modules/@x/lib-linux-arm64-gnu']).toEqual({
      version: '1.0.0',
      optional: true,
      os: ['linux'],
      cpu: ['arm64'],
      libc: ['glibc'],
    });
  });

  it('sees a package that is nested below the one that wants it', () => {
    const nested = 'node_modules/engine/node_modules/@x/lib-linux-arm64-gnu';
    expect(missingOptional({ packages: { 'node_modules/engine': engine, [nested]: {} } })).toEqual([]);
  });

  it.each([
    ['@chdb/lib-darwin-arm64', { os: ['darwin'], cpu: ['arm64'] }],
    ['@duckdb/node-bindings-linux-arm64-musl', { os: ['linux'], cpu: ['arm64'], libc: ['musl'] }],
    ['@duckdb/node-bindings-win32-x64', { os: ['win32'], cpu: ['x64'] }],
    ['left-pad', undefined],
  ])('reads the platform of %s from its name', (name, platform) => {
    expect(platformOf(name)).toEqual(platform);
  });
});

describe('package.json files', () => {
  const manifests = committedFiles().filter((file) => file.endsWith('package.json') && !file.includes('fixtures/'));

  it.each(manifests)('%s pins exact versions', (file) => {
    const { dependencies, devDependencies, optionalDependencies } = readJson<Manifest>(file);
    const loose = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    );
    expect(loose).toEqual([]);
  });

  it('never ask for two versions of one package', () => {
    const asked = new Map<string, Set<string>>();
    for (const file of manifests) {
      const { dependencies, devDependencies } = readJson<Manifest>(file);
      for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
        asked.set(name, (asked.get(name) ?? new Set()).add(version));
      }
    }
    expect([...asked].filter(([, versions]) => versions.size > 1)).toEqual([]);
  });
});
