import { expect, it } from 'vitest';
import { parsedProfile } from './parsed-profile.ts';

it.each([
  ['JSON', '{ "name": "branch", "dates": ["yyyy/M/d"] }'],
  ['YAML', '# of the branches\nname: branch\ndates:\n  - yyyy/M/d\n'],
])('reads a profile of %s', async (_, text) => {
  expect(await parsedProfile(text)).toEqual({ name: 'branch', dates: ['yyyy/M/d'] });
});

it.each([
  ['a list', '- a\n- b\n'],
  ['a text', 'just words'],
  ['cut off JSON', '{ "name": '],
  ['YAML with a name twice', 'name: a\nname: b\n'],
])('says of %s that it is none', async (_, text) => {
  await expect(parsedProfile(text)).rejects.toMatchObject({ problem: { code: 'not-a-profile' } });
});
