import { execFileSync } from 'node:child_process';
import { execPath } from 'node:process';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { beforeAll, describe, expect, it } from 'vitest';
import { committedFiles, readJson, ROOT } from './workspace';

// Without a project graph the boundary rule is skipped in silence and every import is fine:
// so the graph is made first, and wrong imports are linted to see that the rules still bite.

const FENCE = '@nx/enforce-module-boundaries';
let eslint: ESLint;

/** The rules that `code` breaks when it stands in `file`. */
async function broken(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(`${code}\n`, { filePath: ROOT + file });
  return (result?.messages ?? []).map((message) => message.ruleId ?? message.message);
}

const importing = (name: string) => `import * as other from '${name}';\nexport const seen = other;`;

beforeAll(() => {
  execFileSync(execPath, [`${ROOT}node_modules/nx/dist/bin/nx.js`, 'show', 'projects'], { cwd: ROOT, stdio: 'ignore' });
  // The files linted here do not exist, so the rules that ask the compiler are left out.
  const overrideConfig = tseslint.configs.disableTypeChecked as unknown as NonNullable<
    ESLint.Options['overrideConfig']
  >;
  eslint = new ESLint({ cwd: ROOT, overrideConfig });
});

describe('who may see whom', () => {
  it.each([
    ['libs/stats/src/wrong.ts', '@tocsin/contracts'],
    ['libs/contracts/src/wrong.ts', '@tocsin/stats'],
    ['libs/engine/src/wrong.ts', '@tocsin/contracts'],
    ['libs/detection/src/wrong.ts', '@tocsin/alerting'],
    ['libs/alerting/src/wrong.ts', '@tocsin/detection'],
    ['libs/charts/src/wrong.ts', '@tocsin/stats'],
    ['libs/warehouse/src/wrong.ts', '@tocsin/engine'],
    ['libs/warehouse/src/wrong.ts', '../../stats/src/index'],
    ['libs/contracts/src/wrong.ts', '@tocsin/server'],
    ['apps/web/src/wrong.ts', '@tocsin/warehouse'],
    ['apps/web/src/wrong.ts', '@tocsin/server'],
    ['apps/server/src/wrong.ts', '@tocsin/web'],
    ['apps/server/src/wrong.ts', '@tocsin/cli'],
    ['apps/cli/src/wrong.ts', '@tocsin/web'],
    ['libs/stats/src/wrong.ts', 'rxjs'], // not in its package.json
  ])('%s may not import %s', async (file, name) => {
    expect(await broken(file, importing(name))).toContain(FENCE);
  });

  it.each([
    ['libs/detection/src/right.ts', '@tocsin/stats'],
    ['libs/ingestion/src/right.ts', '@tocsin/calendar'],
    ['libs/warehouse/src/right.spec.ts', '@tocsin/engine'],
    ['apps/web/src/right.ts', '@tocsin/charts'],
    ['apps/server/src/right.ts', '@tocsin/warehouse'],
    ['apps/cli/src/right.ts', '@tocsin/server'],
    ['test/pipeline/right.spec.ts', '@tocsin/server'],
  ])('%s may import %s', async (file, name) => {
    expect(await broken(file, importing(name))).not.toContain(FENCE);
  });

  it('knows every project by one tag of its own', () => {
    const files = committedFiles().filter((file) => /^((lib|app)s\/[^/]+|test)\/package\.json$/.test(file));
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) {
      const [, kind, name] = /^(?:(lib|app)s\/([^/]+)|test)\//.exec(file) ?? [];
      const expected = kind === undefined ? 'test' : `${kind}:${name}`;
      expect(readJson<{ nx: { tags: string[] } }>(file).nx.tags, file).toEqual([expected]);
    }
  });
});

describe('pure libs', () => {
  it.each([
    ["import { readFileSync } from 'node:fs';\nexport const read = readFileSync;", 'no-restricted-imports'],
    ["import { readFileSync } from 'fs';\nexport const read = readFileSync;", 'no-restricted-imports'],
    ['export const at = () => Date.now();', 'no-restricted-properties'],
    ['export const at = () => new Date();', 'no-restricted-syntax'],
    ['export const luck = () => Math.random();', 'no-restricted-properties'],
    ['export const later = (f: () => void) => setTimeout(f, 1);', 'no-restricted-globals'],
    ['export const home = () => process.env.HOME;', 'no-restricted-globals'],
  ])('may not say %s', async (code, rule) => {
    expect(await broken('libs/stats/src/wrong.ts', code)).toContain(rule);
  });

  it('may make a date from an argument', async () => {
    expect(await broken('libs/stats/src/right.ts', 'export const at = (ms: number) => new Date(ms);')).toEqual([]);
  });

  it('let masking use HMAC, and nothing else of Node', async () => {
    expect(await broken('libs/ingestion/src/right.ts', importing('node:crypto'))).toEqual([]);
    expect(await broken('libs/ingestion/src/wrong.ts', importing('node:fs'))).toContain('no-restricted-imports');
  });
});

describe('the server', () => {
  it('keeps its stages apart', async () => {
    for (const file of ['apps/server/src/detect/wrong.ts', 'apps/server/src/pipeline/detect/wrong.ts']) {
      expect(await broken(file, importing('../ingest/ingest.stage'))).toContain('no-restricted-imports');
      expect(await broken(file, importing('./detect-series'))).toEqual([]);
    }
  });

  it('reads the environment in config.ts only', async () => {
    const code = 'export const port = process.env.TOCSIN_PORT;';
    expect(await broken('apps/server/src/config.ts', code)).toEqual([]);
    expect(await broken('apps/server/src/present/wrong.ts', code)).toContain('no-restricted-properties');
  });
});

describe('sizes', () => {
  const lines = (count: number) => Array.from({ length: count }, (_, i) => `export const n${i} = ${i};`).join('\n');

  it('are 200 lines for a source and 400 for a spec', async () => {
    expect(await broken('libs/stats/src/right.ts', lines(200))).toEqual([]);
    expect(await broken('libs/stats/src/wrong.ts', lines(201))).toEqual(['max-lines']);
    expect(await broken('libs/stats/src/right.spec.ts', lines(400))).toEqual([]);
    expect(await broken('libs/stats/src/wrong.spec.ts', lines(401))).toEqual(['max-lines']);
  });
});
