import { NotADay, dayNumber } from '@tocsin/calendar';
import { expect, it } from 'vitest';
import { createCompany } from './index.ts';
import { idChecksum } from './text/person.ts';

const rows = [...createCompany({ seed: 5, complaints: 5000, from: '2025-01-01', until: '2026-01-01' }).complaintRows()];
const texts = rows.map(({ narrative }) => narrative);

const luhn = (number: string): boolean => {
  const digits = [...number].reverse().map(Number);
  const doubled = digits.map((digit, i) => (i % 2 === 0 ? digit : digit * 2 > 9 ? digit * 2 - 9 : digit * 2));
  return doubled.reduce((a, b) => a + b, 0) % 10 === 0;
};

it('knows the checksum of GB 11643 (the standard’s own example)', () => {
  expect(idChecksum('11010519491231002')).toBe('X');
});

it('gives identity numbers a valid check sign and a day of birth', () => {
  const ids = rows.map((row) => row.complainant_id_number).filter((id) => id !== '');
  expect(ids.length).toBeGreaterThan(2000);
  for (const id of ids) {
    expect(id).toMatch(/^\d{17}[\dX]$/);
    expect(idChecksum(id)).toBe(id[17]);
    expect(() => dayNumber(`${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`)).not.toThrow(NotADay);
  }
});

it('gives telephones eleven digits', () => {
  for (const { complainant_phone } of rows) expect(complainant_phone).toMatch(/^1[3-9]\d{9}$/);
});

it('writes cards that pass Luhn into some narratives', () => {
  const cards = texts.flatMap((text) => text.match(/(?<!\d)\d{19}(?!\d)/g) ?? []);
  expect(cards.length).toBeGreaterThan(50);
  for (const card of cards) expect(luhn(card)).toBe(true);
});

it.each([
  ['telephones', /(?<!\d)1[3-9]\d{9}(?!\d)/],
  ['identity numbers', /(?<!\d)\d{17}[\dX](?!\d)/],
  ['plates', /[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新][A-Z][A-Z0-9]{5}/],
  ['e-mail addresses', /\w+@\w+\.example/],
  ['policy numbers', /[A-Z]{3}\d{14}/],
])('mentions %s in narratives', (_, pattern) => {
  expect(texts.filter((text) => pattern.test(text)).length).toBeGreaterThan(50);
});

it('tells the stories in many ways', () => {
  expect(new Set(texts).size / texts.length).toBeGreaterThan(0.95);
  expect(texts.some((text) => text.includes('"'))).toBe(true);
  expect(texts.some((text) => text.includes('\n'))).toBe(true);
});
