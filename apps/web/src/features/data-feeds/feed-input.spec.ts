import { describe, expect, it } from 'vitest';
import { feedDraft, feedInput, feedProblem, folderFor } from './feed-input.ts';

const pull = { ...feedDraft(), id: 'core', zh: '核心系统', kind: 'pull' as const, url: 's3://bucket/day/' };

describe('what is sent of a feed', () => {
  it('are the parts of its kind alone', () => {
    expect(feedInput({ ...pull, apiKey: 'old' })).toMatchObject({ apiKey: '', pull: { url: 's3://bucket/day/' } });
    expect(feedInput({ ...pull, kind: 'api', apiKey: 'core' })).toMatchObject({ apiKey: 'core', pull: null });
  });

  it('leaves a secret out that was not typed anew, so that the stored one stays', () => {
    expect(feedInput(pull).pull).not.toHaveProperty('secretKey');
    expect(feedInput({ ...pull, secretKey: 'typed' }).pull).toHaveProperty('secretKey', 'typed');
  });
});

it('a feed needs a name, an id that fits an address, and a place to pull from', () => {
  expect(feedProblem(pull, null)).toBeUndefined();
  expect(feedProblem({ ...pull, zh: ' ' }, null)).toBe('label');
  expect(feedProblem({ ...pull, id: 'Core' }, null)).toBe('id');
  expect(feedProblem({ ...pull, url: 'file:///etc' }, null)).toBe('url');
});

it('a feed with a folder needs a server that watches one, and a folder of its own', () => {
  const folder = { ...pull, kind: 'folder' as const };
  expect(feedProblem(folder, null)).toBe('folder');
  expect(feedProblem(folder, '/srv/in')).toBeUndefined();
  expect(feedProblem({ ...folder, id: 'done' }, '/srv/in')).toBe('taken');
  expect(feedProblem({ ...pull, id: 'done' }, null)).toBeUndefined();
  expect(folderFor('/srv/in/', 'core')).toBe('/srv/in/core');
});
