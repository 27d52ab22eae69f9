import { expect, it } from 'vitest';
import { formatFor } from './format.ts';

it.each([
  [undefined, 'json'],
  ['', 'json'],
  ['*/*', 'json'],
  ['text/csv', 'csv'],
  ['application/vnd.apache.arrow.stream', 'arrow'],
  ['text/csv;q=0.4, application/json;q=0.9', 'json'],
  ['application/vnd.apache.arrow.stream, application/json', 'arrow'],
  ['text/html, */*;q=0.1', 'json'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
])('Accept %s is answered as %s', (accept, format) => {
  expect(formatFor(accept)).toBe(format);
});

it('refuses what it cannot write', () => {
  expect(() => formatFor('image/png')).toThrow(expect.objectContaining({ code: 'not-acceptable' }));
  expect(() => formatFor('text/csv;q=0')).toThrow();
});
