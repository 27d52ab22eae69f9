import { setImmediate as otherWork } from 'node:timers/promises';
import type { SheetContext } from '@tocsin/ingestion';
import { refusals } from '../../refusals.ts';
import { tagsIn } from './fair-bytes.ts';
import { type Part, opened } from './workbook.ts';

/** Shared texts are looked up from memory: as many bytes of their XML may be kept. */
const MOST_BYTES = 512 * 2 ** 20;
/** Other work gets its turn after so many texts. */
const AT_A_TIME = 65_536;

/**
 * The texts that cells share, as the XML that the file has, and where in it each begins. It is only cut here; whoever reads
 * the rows takes apart what they need. Throws FileRefused for damage, and for more than fits into memory.
 */
export async function readTexts(part: Part): Promise<Pick<SheetContext, 'texts' | 'starts'>> {
  const entry = part('xl/sharedStrings.xml');
  if (entry === undefined) return { texts: sharedBytes(0), starts: sharedNumbers([], 1) };
  if (entry.size > MOST_BYTES) throw refusals.tooManyTexts();
  const texts = sharedBytes(entry.size);
  let length = 0;
  for await (const piece of (await opened(entry)) as AsyncIterable<Buffer>) {
    if (length + piece.length > texts.length) throw refusals.damagedWorkbook();
    texts.set(piece, length);
    length += piece.length;
  }
  return { texts, starts: await startsIn(Buffer.from(texts.buffer, 0, length)) };
}

async function startsIn(xml: Buffer): Promise<SheetContext['starts']> {
  const root = /<((?:[\w.-]+:)?)sst[\s/>]/.exec(xml.toString('latin1', 0, 4096));
  if (root === null) throw refusals.damagedWorkbook();
  const prefix = root[1] ?? '';
  const end = xml.lastIndexOf(`</${prefix}sst`);
  if (end < 0) return isEmpty(xml, root.index) ? sharedNumbers([], 1) : fail();
  let starts = new Uint32Array(2 ** 12);
  let count = 0;
  for (const at of tagsIn(xml.subarray(0, end), `${prefix}si`)) {
    if (count === starts.length) {
      const more = new Uint32Array(count * 2);
      more.set(starts);
      starts = more;
    }
    starts[count++] = at;
    if (count % AT_A_TIME === 0) await otherWork();
  }
  const shared = sharedNumbers(starts.subarray(0, count), count + 1);
  shared[count] = end;
  return shared;
}

/** `<sst …/>`: a workbook that has only numbers. */
const isEmpty = (xml: Buffer, root: number) => xml.toString('latin1', root).trimEnd().endsWith('/>');

function fail(): never {
  throw refusals.damagedWorkbook();
}

const sharedBytes = (size: number) => new Uint8Array(new SharedArrayBuffer(size));

function sharedNumbers(numbers: ArrayLike<number>, size: number): SheetContext['starts'] {
  const shared = new Uint32Array(new SharedArrayBuffer(4 * size));
  shared.set(numbers);
  return shared;
}
