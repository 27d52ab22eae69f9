import { expect, it } from 'vitest';
import { Attempts } from './attempts.ts';

const start = Date.parse('2026-11-22T08:00:00Z');
const after = (seconds: number) => new Date(start + seconds * 1000);

function failing(times: number) {
  const attempts = new Attempts();
  for (let count = 0; count < times; count++) attempts.failed(['me'], after(0));
  return attempts;
}

it('lets five tries go, then asks for waits that double up to a quarter of an hour', () => {
  expect(failing(4).waitMs(['me'], after(0))).toBe(0);
  expect(failing(5).waitMs(['me'], after(0))).toBe(15_000);
  expect(failing(6).waitMs(['me'], after(0))).toBe(30_000);
  expect(failing(30).waitMs(['me'], after(0))).toBe(900_000);
});

it('counts a wait from the last failure, and forgives after success or an hour', () => {
  const attempts = failing(6);
  expect(attempts.waitMs(['me'], after(20))).toBe(10_000);
  expect(attempts.waitMs(['me'], after(31))).toBe(0);
  expect(attempts.waitMs(['you'], after(0))).toBe(0);
  attempts.succeeded(['me']);
  expect(attempts.waitMs(['me'], after(0))).toBe(0);
  const old = failing(30);
  expect(old.waitMs(['me'], after(3601))).toBe(0);
});
