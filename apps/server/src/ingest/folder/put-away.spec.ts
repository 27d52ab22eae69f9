import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { claimOf } from './claim.ts';
import { TAKEN } from './place.ts';
import { type Beside, putAway } from './put-away.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'tocsin-put-away-'));
  await mkdir(join(root, TAKEN));
  await mkdir(join(root, 'done', '2026-03-15'), { recursive: true });
});
afterEach(() => rm(root, { recursive: true, force: true }));

const folder = () => join(root, 'done', '2026-03-15');
const id = (number: number) => `00000000-0000-4000-8000-00000000000${number}`;

async function put(number: number, more: Partial<Beside> = {}): Promise<string> {
  const claim = claimOf({ feed: '', profile: 'canonical', enabled: true, path: root }, `${id(number)}-a.csv`);
  if (claim === undefined) throw new Error('no claim');
  await writeFile(claim.path, `file ${number}`);
  return putAway(claim, 'done', '2026-03-15', () => ({ report: { claim: id(number) }, rejected: undefined, ...more }));
}

async function* lines() {
  yield 'refused\n';
}

it('goes on under its own name where a crash cut it off before the file was moved', async () => {
  await writeFile(join(folder(), 'a.csv.report.json'), JSON.stringify({ claim: id(1) }));
  await writeFile(join(folder(), 'a.csv.rejected.csv'), 'cut o');
  expect(await put(1, { rejected: lines() })).toBe('a.csv');
  expect(await readFile(join(folder(), 'a.csv.rejected.csv'), 'utf8')).toBe('refused\n');
});

it.each([
  ['a.csv', 'another file'],
  ['a.csv.report.json', JSON.stringify({ claim: id(9) })],
  ['a.csv.report.json', '{"claim": "cut o'],
  ['a.csv.rejected.csv', 'a person named a file so'],
])('replaces nothing: %s', async (name, content) => {
  await writeFile(join(folder(), name), content);
  expect(await put(1, { rejected: lines() })).toBe('a-2.csv');
  expect(await put(2)).toBe('a-3.csv');
  expect(await readFile(join(folder(), name), 'utf8')).toBe(content);
  expect(await readdir(join(root, TAKEN))).toEqual([]);
});

it('makes no folder where the file is gone', async () => {
  const claim = claimOf({ feed: '', profile: 'canonical', enabled: true, path: root }, `${id(1)}-a.csv`);
  if (claim === undefined) throw new Error('no claim');
  const beside = () => ({ report: { claim: id(1) }, rejected: undefined });
  await expect(putAway(claim, 'failed', '2026-03-15', beside)).rejects.toThrow('ENOENT');
  expect(await readdir(root)).toEqual([TAKEN, 'done']);
});
