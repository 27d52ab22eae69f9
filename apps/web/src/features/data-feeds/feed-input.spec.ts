import { describe, expect, it } from 'vitest';
import { feedDraft, feedInput, feedProblem } from './feed-input.ts';

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
  expect(feedProblem(pull)).toBeUndefined();
  expect(feedProblem({ ...pull, zh: ' ' })).toBe('label');
  expect(feedProblem({ ...pull, id: 'Core' })).toBe('id');
  expect(feedProblem({ ...pull, url: 'file:///etc' })).toBe('url');
});
