import type { Layout } from '@tocsin/contracts';
import { type Block, RecordCutter, decoded, detectText, headerCells, keysOfLines, rowsOf } from '@tocsin/ingestion';
import { ArrayToLines } from '../json/array-to-lines.ts';
import { type OpenedFile, numberedColumns } from '../opened-file.ts';
import { refusals } from '../refusals.ts';
import { peeked } from './peeked.ts';
import { cuttableEncoding, toCuttable } from './to-utf8.ts';

/** Detection looks at so much. */
const HEAD_BYTES = 256 * 1024;
/** A list of objects must begin within so much of a JSON document. */
const LIST_WITHIN = 16 * 2 ** 20;

type TextFile = Pick<OpenedFile, 'evidence' | 'columns' | 'blocks'> & {
  readonly layout: Pick<Layout, 'format' | 'encoding' | 'delimiter' | 'headerRow'>;
};

/** Opens what is unpacked as CSV, NDJSON or a JSON document. Throws FileRefused for an empty one. */
export async function openTextFile(source: AsyncIterable<Uint8Array>, choice: Partial<Layout>): Promise<TextFile> {
  const { head, whole, pieces } = await peeked(source, HEAD_BYTES);
  if (decoded(head, 'utf-8').trim() === '' && whole) throw refusals.empty();
  const { layout, carriageReturns, evidence } = detectText(head, whole, choice);
  const text = toCuttable(pieces, layout.encoding, carriageReturns);
  if (layout.format === 'csv') return { layout, evidence, ...(await openCsv(text, layout)) };
  const lines = layout.format === 'json' ? await elements(text) : text;
  const { head: first, pieces: rest } = await peeked(lines, HEAD_BYTES);
  const columns = keysOfLines(decoded(first, cuttableEncoding(layout.encoding)));
  return { layout, evidence, columns, blocks: blocksOf(new RecordCutter({}), rest) };
}

async function openCsv(
  text: AsyncGenerator<Uint8Array>,
  { delimiter, headerRow, encoding }: TextFile['layout'],
): Promise<Pick<TextFile, 'columns' | 'blocks'>> {
  const { head, pieces } = await peeked(text, HEAD_BYTES);
  const blocks = blocksOf(new RecordCutter({ delimiter, headerRow }), pieces);
  if (headerRow === 0) {
    const width = Math.max(
      1,
      ...rowsOf(decoded(head, cuttableEncoding(encoding)), delimiter, 50).map((row) => row.length),
    );
    return { columns: numberedColumns(width), blocks };
  }
  const before: Block[] = [];
  for (let next = await blocks.next(); !next.done; next = await blocks.next()) {
    if (next.value.kind === 'header') {
      const header = headerCells(decoded(next.value.bytes, cuttableEncoding(encoding)), delimiter);
      return { columns: header.map((name) => name.trim()), blocks: following(before, blocks) };
    }
    before.push(next.value);
    if (next.value.kind === 'records') break;
  }
  return { columns: [], blocks: following(before, blocks) };
}

/** The elements of a document as lines; refused when there is no list of objects within its first megabytes. */
async function elements(text: AsyncGenerator<Uint8Array>): Promise<AsyncGenerator<Uint8Array>> {
  const cutter = new ArrayToLines();
  const first: Uint8Array[] = [];
  let bytes = 0;
  let over = false;
  while (!cutter.found && !over && bytes < LIST_WITHIN) {
    const { value, done } = await text.next();
    over = done === true;
    if (value === undefined) continue;
    bytes += value.length;
    first.push(cutter.push(value));
  }
  if (!cutter.found) {
    await text.return(undefined);
    throw refusals.noList();
  }
  return (async function* () {
    yield* first;
    for await (const piece of text) yield cutter.push(piece);
    yield cutter.end();
  })();
}

async function* following(before: readonly Block[], blocks: AsyncGenerator<Block>): AsyncGenerator<Block> {
  yield* before;
  yield* blocks;
}

async function* blocksOf(cutter: RecordCutter, pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Block> {
  for await (const piece of pieces) yield* cutter.push(piece);
  yield* cutter.end();
}
