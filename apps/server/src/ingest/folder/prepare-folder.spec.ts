import { mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { BadConfig, loadConfig } from '../../config.ts';
import { prepareFolder } from './prepare-folder.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tocsin-prepare-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const prepare = (folder: string, data = join(root, 'data')) =>
  prepareFolder(loadConfig({ TOCSIN_WATCH_FOLDER: folder, TOCSIN_DATA: data }));

it('makes the folder, and nothing where none is asked for', () => {
  prepare(join(root, 'new', 'in'));
  expect(readdirSync(join(root, 'new', 'in'))).toEqual(['.taken']);
  prepareFolder(loadConfig({}));
});

it('refuses a folder that cannot be one', () => {
  writeFileSync(join(root, 'file'), '');
  expect(() => prepare(join(root, 'file', 'in'))).toThrow(BadConfig);
  expect(() => prepare(join(root, 'file', 'in'))).toThrow(
    /^TOCSIN_WATCH_FOLDER is ".*in", which cannot be created or written in \(E\w+\): /,
  );
});

it('refuses the data directory, what lies in it and what it lies in, by whatever name', () => {
  const data = join(root, 'data');
  for (const folder of [data, join(data, 'inbox'), root])
    expect(() => prepare(folder)).toThrow(/one lies in the other/);
  symlinkSync(root, `${root}-link`);
  try {
    expect(() => prepare(join(`${root}-link`, 'data', 'in'))).toThrow(/one lies in the other/);
  } finally {
    rmSync(`${root}-link`);
  }
});
