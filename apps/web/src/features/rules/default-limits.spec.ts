import { LevelLimits } from '@tocsin/contracts';
import { expect, it } from 'vitest';
import { DEFAULT_LIMITS } from './default-limits.ts';

it('are those of a rule that says nothing of its levels', () => {
  expect(DEFAULT_LIMITS).toEqual(LevelLimits.parse({}));
});
