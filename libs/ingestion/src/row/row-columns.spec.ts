import { tableFromIPC } from 'apache-arrow';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { joinedStreams } from './joined-streams.ts';
import { RowColumns, rowsIn } from './row-columns.ts';
import { type StoredRow, isNullable, storedColumns } from './stored-columns.ts';

// short and long, ASCII and not; halves of pairs are no text
const cell = fc.oneof(
  fc.constantFrom('', 'life.medical', '\t\n\\N', '投诉', 'é', '👍 诉警'),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.string({ maxLength: 200 }),
);
const row: fc.Arbitrary<StoredRow> = fc.tuple(
  ...storedColumns.map((name) => (isNullable(name) ? fc.option(cell) : cell)),
);

it('hands over what it was given, however much and however often (property)', () => {
  const columns = new RowColumns();
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
      for (const one of rows) columns.add(one);
      expect([...rowsIn(columns.take())]).toEqual(rows);
    }),
    { numRuns: 60 },
  );
});

it('grows, with unknown values before and after', () => {
  const columns = new RowColumns();
  const rows = Array.from({ length: 5000 }, (_, number) =>
    storedColumns.map((name) => (isNullable(name) && number % 3 === 0 ? null : `${name} ${'长'.repeat(number % 50)}`)),
  );
  for (const one of rows) columns.add(one);
  expect([...rowsIn(columns.take())]).toEqual(rows);
  expect(columns.take()).toHaveLength(0);
});

it('keeps rows apart where halves of one character meet', () => {
  const columns = new RowColumns();
  const texts = ['投诉 \ud83d', '\ude00 诉警', '好'];
  for (const narrative of texts) columns.add(storedColumns.map((name) => (name === 'narrative' ? narrative : 'x')));
  const place = storedColumns.indexOf('narrative');
  expect([...rowsIn(columns.take())].map((row) => row[place])).toEqual(['投诉 \ufffd', '\ufffd 诉警', '好']);
});

it('joins streams into one', () => {
  const columns = new RowColumns();
  const streams = [1, 3, 2].map((count, place) => {
    for (let number = 0; number < count; number += 1)
      columns.add(storedColumns.map((name) => (isNullable(name) ? null : `${place}.${number}`)));
    return columns.take();
  });
  const table = tableFromIPC(Buffer.concat([...joinedStreams(streams)]));
  expect(table.batches).toHaveLength(3);
  expect([...(table.getChild('complaint_id') ?? [])]).toEqual(['0.0', '1.0', '1.1', '1.2', '2.0', '2.1']);
  expect([...joinedStreams([])]).toEqual([]);
});
