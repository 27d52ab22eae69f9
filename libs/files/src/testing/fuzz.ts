import { rmSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { arrowOf, fileOf, parquetOf, workbookOf, zipOf } from './make-files.ts';
import { outcomeOf } from './outcome-of.ts';

/** What came of so many mutated files. A file that crashed, hung or lost a row is told with its seed. */
export interface FuzzReport {
  readonly files: number;
  readonly imported: number;
  readonly refused: number;
  readonly rows: number;
  readonly failures: readonly string[];
  /** Files by the kind they were made as. */
  readonly kinds: Readonly<Record<string, number>>;
}

/** No file of this size takes so long unless it hangs. */
const HANGS_AFTER_MS = 60_000;

/** A stream of chance, Mulberry32: whole numbers below `limit`. */
function chanceOf(seed: number): (limit: number) => number {
  let state = seed | 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * limit);
  };
}

/** Files of every format and packing, each with some hundred bytes to some thousand. */
async function wholeFiles(): Promise<Readonly<Record<string, Uint8Array>>> {
  const record = (n: number) => [
    `C${n}`,
    `2026-01-${String((n % 28) + 1).padStart(2, '0')}`,
    'self',
    `来电“${n}”, "a"\n第二行`,
  ];
  const header = ['complaint_id', 'received_at', 'source', 'narrative'];
  const records = Array.from({ length: 40 }, (_, n) => record(n));
  const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const csv = [header, ...records].map((row) => row.map(quoted).join(',')).join('\r\n');
  const objects = records.map((row) => Object.fromEntries(row.map((cell, place) => [header[place], cell])));
  const columns = Object.fromEntries(header.map((name, place) => [name, records.map((row) => row[place] ?? null)]));
  const book = { 说明: [['Read Me']], 台账: [['投诉台账'], header, ...records] };
  return {
    csv: Buffer.from(csv),
    'csv in UTF-16': Buffer.from(`\uFEFF${csv}`, 'utf16le'),
    ndjson: Buffer.from(objects.map((one) => JSON.stringify(one)).join('\n')),
    json: Buffer.from(JSON.stringify({ items: objects }, undefined, 1)),
    gzip: gzipSync(csv),
    zip: await zipOf({ 'a/data.csv': csv }),
    xlsx: workbookOf(book),
    xls: workbookOf(book, 'biff8'),
    parquet: parquetOf(columns),
    arrow: arrowOf(columns),
    'arrow stream': arrowOf(columns, 'stream'),
  };
}

/** Changes a file in one to four places: bytes flipped, lost, doubled, made up, cut off or swapped. */
function mutated(bytes: Uint8Array, below: (limit: number) => number): Uint8Array {
  let out = Buffer.from(bytes);
  for (let times = 1 + below(4); times > 0; times--) {
    const at = below(out.length + 1);
    const length = 1 + below(Math.min(64, out.length + 1));
    const [head, tail] = [out.subarray(0, at), out.subarray(at)];
    switch (below(7)) {
      case 0:
        if (at < out.length) out[at] = below(256);
        break;
      case 1:
        out = Buffer.concat([head, tail.subarray(length)]);
        break;
      case 2:
        out = Buffer.concat([head, tail.subarray(0, length), tail]);
        break;
      case 3:
        out = Buffer.concat([head, Buffer.from(Array.from({ length }, () => below(256))), tail]);
        break;
      case 4:
        out = Buffer.concat([head, Buffer.from('",\n\r;\t{}[]:\\0'.slice(below(12))), tail]);
        break;
      case 5:
        if (below(4) === 0) out = Buffer.from(head);
        break;
      default:
        out = Buffer.concat([tail, head]);
    }
  }
  return out;
}

/**
 * Opens and reads `count` mutated files, the same ones for the same seed. Of each either a sentence says why it is refused,
 * or every row that was read is accepted, refused or skipped. `begin` hears of each file before it is opened.
 */
export async function fuzz(
  seed: number,
  count: number,
  begin: (index: number, kind: string) => void = () => undefined,
): Promise<FuzzReport> {
  const whole = Object.entries(await wholeFiles());
  const report = {
    files: 0,
    imported: 0,
    refused: 0,
    rows: 0,
    failures: [] as string[],
    kinds: {} as Record<string, number>,
  };
  for (let index = 0; index < count; index++) {
    const below = chanceOf(seed * 1_000_003 + index);
    const [kind, bytes] = whole[index % whole.length] ?? ['', new Uint8Array()];
    const path = fileOf(mutated(bytes, below));
    begin(index, kind);
    report.files += 1;
    report.kinds[kind] = (report.kinds[kind] ?? 0) + 1;
    const failure = await readOne(path, report);
    if (failure !== undefined) report.failures.push(`seed ${seed}, file ${index} (${kind}): ${failure}`);
    else rmSync(path);
  }
  return report;
}

async function readOne(
  path: string,
  report: { imported: number; refused: number; rows: number },
): Promise<string | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<'late'>((answer) => {
    timer = setTimeout(() => answer('late'), HANGS_AFTER_MS);
  });
  try {
    const outcome = await Promise.race([outcomeOf(path), late]);
    if (outcome === 'late') return 'hangs';
    if ('refusal' in outcome) {
      report.refused += 1;
      return outcome.refusal === '' ? 'is refused without a word' : undefined;
    }
    const { read, accepted, rejected, skipped } = outcome;
    report.imported += 1;
    report.rows += read;
    return read === accepted + rejected + skipped
      ? undefined
      : `loses rows: ${read} ≠ ${accepted} + ${rejected} + ${skipped}`;
  } catch (error) {
    return `throws ${error instanceof Error ? (error.stack ?? error.message).slice(0, 400) : String(error)}`;
  } finally {
    clearTimeout(timer);
  }
}
