import { expect, it } from 'vitest';
import { lowestCount } from './lowest-count.ts';

it.each([0, 6, 7, 8, 5000])('finds the first count that is enough, from a guess of %d', (guess) => {
  expect(lowestCount(guess, (count) => count >= 7)).toBe(7);
});

it('ends where neighbours can no longer be told apart', () => {
  expect(lowestCount(4e28, (count) => count >= 3e28) / 3e28).toBeCloseTo(1, 12);
});
