import { describe, expect, it } from 'vitest';
import { committedFiles, read } from './workspace';

const TEXT =
  /\.(ts|mts|mjs|js|cjs|vue|json|md|sql|css|html|ya?ml|sh|txt|csv|svg|npmrc|conf|xml)$|(^|\/)(Dockerfile|run|\.[a-z]+)$/;

/** Things that are true on one machine only, or must not be published. */
const FORBIDDEN: [what: string, pattern: RegExp][] = [
  ['an absolute path of one machine', /(?<![\w.])\/(work|root|Users|home(?!\/node))\/[\w.-]+\//],
  ['the address of a package registry', new RegExp(['registry', 'npm(js|mirror)?'].join('\\.') + '|npmmirror\\.com')],
  ['an unfinished merge', /^(<{7}|>{7}) /m],
  ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
];

describe('committed text', () => {
  const files = committedFiles().filter((file) => TEXT.test(file));

  it.each(FORBIDDEN)('never holds %s', (_what, pattern) => {
    expect(files.filter((file) => pattern.test(read(file)))).toEqual([]);
  });

  it('never stores output: dist/, reports and data stay out', () => {
    const output = /(^|\/)(dist|coverage|node_modules|test-results|playwright-report)\/|^data\//;
    expect(committedFiles().filter((file) => output.test(file))).toEqual([]);
  });

  it('is looked at in full', () => {
    expect(files.length).toBeGreaterThan(50);
  });
});
