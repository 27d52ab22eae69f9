import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The workspace's root folder, with a separator at its end. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Every file that is or would be committed, relative to the root, with forward slashes.
 * Ignored files and files deleted on disk are left out; a tree without git has none, and the tests say so.
 */
export function committedFiles(): string[] {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const listed = execFileSync('git', args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return [...new Set(listed.split('\0'))].filter((file) => file !== '' && existsSync(ROOT + file)).sort();
}

export function read(file: string): string {
  return readFileSync(ROOT + file, 'utf8');
}

export function readJson<T>(file: string): T {
  return JSON.parse(read(file)) as T;
}

/** TypeScript and Vue sources of the product, without specs. */
export function sourceFiles(): string[] {
  return committedFiles().filter(
    (file) => /^(apps|libs)\/[^/]+\/src\/.*\.(ts|vue)$/.test(file) && !/\.(spec|e2e|bench)\.ts$/.test(file),
  );
}

/** Code as the compiler sees it; close enough for searching, as an address in a string loses its end. */
export function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}
