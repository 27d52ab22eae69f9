import { expect, it } from 'vitest';
import { KeptReadings } from './kept-readings.ts';

/** Readings that say how many came before them. */
function numbered() {
  let count = 0;
  return () => Promise.resolve((count += 1));
}

it('reads once what depends on the same, for all who ask meanwhile too', async () => {
  const [kept, read] = [new KeptReadings<number>(2), numbered()];
  expect(await Promise.all([kept.of('a', read), kept.of('a', read), kept.of('b', read)])).toEqual([1, 1, 2]);
  expect(await kept.of('a', read)).toBe(1);
});

it('reads anew what failed, and what had to go', async () => {
  const [kept, read] = [new KeptReadings<number>(), numbered()];
  await expect(kept.of('a', () => Promise.reject(new Error('busy')))).rejects.toThrow('busy');
  expect(await kept.of('a', read)).toBe(1);
  expect(await kept.of('b', read)).toBe(2);
  expect(await kept.of('a', read)).toBe(3);
});

it('does not forget a newer reading for an older one that fails late', async () => {
  const [kept, read] = [new KeptReadings<number>(), numbered()];
  let fail: (error: Error) => void = () => undefined;
  const late = kept.of('a', () => new Promise<number>((_, reject) => (fail = reject)));
  await kept.of('b', read);
  expect(await kept.of('a', read)).toBe(2);
  fail(new Error('late'));
  await expect(late).rejects.toThrow('late');
  expect(await kept.of('a', read)).toBe(2);
});
