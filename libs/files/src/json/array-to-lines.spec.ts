import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ArrayToLines } from './array-to-lines.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

function linesOf(text: string, pieceBytes = 1e6): string[] {
  const cutter = new ArrayToLines();
  const all = bytes(text);
  let out = '';
  for (let at = 0; at < all.length; at += pieceBytes) {
    out += new TextDecoder().decode(cutter.push(all.slice(at, at + pieceBytes)));
  }
  out += new TextDecoder().decode(cutter.end());
  return out === '' ? [] : out.trimEnd().split('\n');
}

it.each([
  ['[{"a":1},{"a":2}]', ['{"a":1}', '{"a":2}']],
  ['[\n  {\n    "a": "x, ]}\\"",\n    "b": [1, 2]\n  }\n]\n', ['{ "a": "x, ]}\\"", "b": [1, 2] }']],
  ['{"count":2,"meta":{"x":[1]},"data":[{"a":1},{"a":{"b":2}}],"more":[{"c":3}]}', ['{"a":1}', '{"a":{"b":2}}']],
  ['[{"a":1},3,{"a":2}]', ['{"a":1}', '3', '{"a":2}']],
  ['[{"a":1},{"a":', ['{"a":1}', '{"a":']],
  ['[]', []],
  ['{"a":[1,2]}', []],
])('%s', (text, lines) => expect(linesOf(text)).toEqual(lines));

it('finds the same elements wherever the pieces end, and JSON finds the same in them (property)', () => {
  const element = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }), { minKeys: 1 });
  const list = fc.array(element, { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(list, fc.integer({ min: 1, max: 30 }), fc.constantFrom(undefined, 2, '\t'), (values, size, indent) => {
      const lines = linesOf(JSON.stringify(values, undefined, indent), size);
      expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(JSON.parse(JSON.stringify(values)));
    }),
    { numRuns: 500 },
  );
});
