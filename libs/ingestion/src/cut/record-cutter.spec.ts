import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forEachCsvRecord } from '../parse/csv-records.ts';
import type { Block } from './block.ts';
import { RecordCutter, type CutOptions } from './record-cutter.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** Cuts `bytes` handed over in pieces that end at the given places. */
function cut(bytes: Uint8Array, options: CutOptions, places: readonly number[] = []): Block[] {
  const cutter = new RecordCutter(options);
  const blocks: Block[] = [];
  let from = 0;
  for (const place of [...places, bytes.length]) {
    blocks.push(...cutter.push(bytes.slice(from, place)));
    from = place;
  }
  blocks.push(...cutter.end());
  return blocks;
}

interface Row {
  row: number;
  cells: string[];
}

function rowsOf(blocks: readonly Block[]): Row[] {
  return blocks.flatMap(({ bytes, firstRow }) => {
    const rows: Row[] = [];
    forEachCsvRecord(decode(bytes), ',', (cells, count) => {
      rows.push({ row: firstRow + rows.length, cells: cells.slice(0, count) });
    });
    return rows;
  });
}

const csv = { delimiter: ',', blockBytes: 16, maxRecordBytes: 400 };

describe('RecordCutter', () => {
  it('gives the header apart and numbers rows as a spreadsheet does', () => {
    const blocks = cut(encode('id,text\n1,"two\nlines"\n\n2,"say ""hi"""\n'), { delimiter: ',' });
    expect(blocks.map(({ kind, firstRow }) => [kind, firstRow])).toEqual([
      ['header', 1],
      ['records', 2],
    ]);
    expect(rowsOf(blocks.slice(1))).toEqual([
      { row: 2, cells: ['1', 'two\nlines'] },
      { row: 3, cells: [] },
      { row: 4, cells: ['2', 'say "hi"'] },
    ]);
  });

  it('takes a quote in the middle of a cell for what it is', () => {
    expect(rowsOf(cut(encode('a,b\n5" pipe,x\n6" pipe,y'), csv)).map(({ cells }) => cells)).toEqual([
      ['a', 'b'],
      ['5" pipe', 'x'],
      ['6" pipe', 'y'],
    ]);
  });

  it('drops a byte-order mark, however it is pieced, and CR before LF', () => {
    const bytes = encode('\uFEFFid\r\n1\r\n');
    expect(bytes[0]).toBe(0xef);
    for (const places of [[], [1], [2], [1, 2, 3]]) {
      expect(rowsOf(cut(bytes, csv, places)).map(({ cells }) => cells)).toEqual([['id'], ['1']]);
    }
  });

  it('gives up only the line whose quote never closes', () => {
    const blocks = cut(encode('a,b\n1,2\n"3,4\n5,6\n7,8\n'), { delimiter: ',' });
    expect(blocks.map(({ kind, firstRow, bytes }) => [kind, firstRow, decode(bytes)])).toEqual([
      ['header', 1, 'a,b\n'],
      ['records', 2, '1,2\n'],
      ['broken', 3, '"3,4\n'],
      ['records', 4, '5,6\n7,8\n'],
    ]);
  });

  it('does not wait for ever for a quote to close', () => {
    const lines = Array.from({ length: 200 }, (_, i) => `${i},x\n`).join('');
    const blocks = cut(encode(`a,b\n"open,1\n${lines}`), csv, [100, 300, 700]);
    expect(blocks.filter(({ kind }) => kind === 'broken').map(({ firstRow }) => firstRow)).toEqual([2]);
    const rows = rowsOf(blocks.filter(({ kind }) => kind === 'records'));
    expect(rows).toHaveLength(200);
    expect(rows.at(-1)).toEqual({ row: 202, cells: ['199', 'x'] });
  });

  it('skips the rest of a line that is longer than any record may be', () => {
    const blocks = cut(encode(`a\n${'x'.repeat(5000)}\n1\n`), csv, [1000, 2000, 3000]);
    expect(blocks.map(({ kind, firstRow }) => [kind, firstRow])).toEqual([
      ['header', 1],
      ['broken', 2],
      ['records', 3],
    ]);
  });

  it('knows no quotes in NDJSON', () => {
    const blocks = cut(encode('{"a":"1"}\n{"a":"\\""}\n'), { blockBytes: 4 });
    expect(blocks.map(({ bytes }) => decode(bytes)).join('')).toBe('{"a":"1"}\n{"a":"\\""}\n');
    expect(blocks.every(({ kind }) => kind === 'records')).toBe(true);
  });

  it('yields nothing for an empty file, and the header alone for one line', () => {
    expect(cut(encode(''), csv)).toEqual([]);
    expect(cut(encode('a,b'), csv).map(({ kind }) => kind)).toEqual(['header']);
  });

  it('finds the same rows wherever the pieces end (property)', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r\n', '张', '😀', ' '), maxLength: 6 });
    const written = cell.map((value) => (/[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value));
    const line = fc.array(written, { minLength: 2, maxLength: 4 }).map((cells) => cells.join(','));
    const file = fc.tuple(fc.array(line, { minLength: 1, maxLength: 12 }), fc.constantFrom('\n', '\r\n'));
    fc.assert(
      fc.property(file, fc.array(fc.nat(), { maxLength: 12 }), fc.integer({ min: 1, max: 40 }), (parts, cuts, size) => {
        const text = parts[0].join(parts[1]);
        const bytes = encode(text);
        const places = cuts.map((n) => n % (bytes.length + 1)).sort((a, b) => a - b);
        const whole: string[][] = [];
        forEachCsvRecord(text, ',', (cells, count) => void whole.push(cells.slice(0, count)));
        const options = { delimiter: ',', blockBytes: size, maxRecordBytes: 10_000 };
        expect(rowsOf(cut(bytes, options, places))).toEqual(whole.map((cells, i) => ({ row: i + 1, cells })));
      }),
      { numRuns: 500 },
    );
  });

  it('keeps every byte, even of nonsense (property)', () => {
    const nonsense = fc.string({ unit: fc.constantFrom('"', ',', '\n', 'x', '张'), maxLength: 60 });
    fc.assert(
      fc.property(nonsense, fc.array(fc.nat(), { maxLength: 6 }), (text, cuts) => {
        const bytes = encode(text);
        const places = cuts.map((n) => n % (bytes.length + 1)).sort((a, b) => a - b);
        const blocks = cut(bytes, { delimiter: ',', blockBytes: 8, maxRecordBytes: 10_000 }, places);
        expect(blocks.map((block) => decode(block.bytes)).join('')).toBe(text);
      }),
      { numRuns: 500 },
    );
  });
});
