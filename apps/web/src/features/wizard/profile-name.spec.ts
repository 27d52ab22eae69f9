import { expect, it } from 'vitest';
import { freeProfileName, isProfileName } from './profile-name.ts';

it.each([
  ['Core_Export 2026.csv', 'core-export-2026'],
  ['投诉台账.xlsx', 'source'],
  ['2026-texas.csv.gz', 'texas'],
])('a file called %s gives a profile called %s', (file, name) => {
  expect(freeProfileName(file, [])).toBe(name);
  expect(isProfileName(name)).toBe(true);
});

it('a name that is taken gets a number', () => {
  expect(freeProfileName('投诉.csv', ['source', 'source-2'])).toBe('source-3');
});
