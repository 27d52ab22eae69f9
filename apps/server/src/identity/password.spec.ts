import { expect, it } from 'vitest';
import { hashPassword, verifyPassword } from './password.ts';
import { readableSecret, sameSecret } from './secret.ts';

it('knows a password again, by a hash that carries its own parameters and salt', async () => {
  const [one, other] = await Promise.all([hashPassword('投诉 and more'), hashPassword('投诉 and more')]);
  expect(one).toMatch(/^scrypt\$15\$8\$1\$/);
  expect(one).not.toBe(other);
  expect(await verifyPassword('投诉 and more', one)).toBe(true);
  expect(await verifyPassword('投诉 and less', one)).toBe(false);
});

it('takes one text typed on different keyboards for one password', async () => {
  // é as one character, and as e with an accent
  expect(await verifyPassword('caf\u0065\u0301 long enough', await hashPassword('caf\u00e9 long enough'))).toBe(true);
});

it('believes no hash that it cannot read', async () => {
  expect(await verifyPassword('x', '')).toBe(false);
  expect(await verifyPassword('x', 'md5$1$2$3$4$5')).toBe(false);
});

it('makes secrets that can be read aloud and never confuses two', () => {
  expect(readableSecret(3)).toMatch(/^[A-HJKMNP-Z2-9]{4}(-[A-HJKMNP-Z2-9]{4}){2}$/);
  expect(sameSecret('abc', 'abc')).toBe(true);
  expect(sameSecret('abc', 'abcd')).toBe(false);
});
