import { packingOf } from './packing/packing.ts';
import { zipEntries } from './packing/zip-entries.ts';
import { refusals } from './refusals.ts';

/** What a file is by its first bytes; a packed one may hold any of the others. */
export type ContentKind = 'text' | 'gzip' | 'bzip2' | 'zip' | 'xlsx' | 'xls' | 'parquet' | 'arrow' | 'arrow-stream';

const begins = (head: Uint8Array, ...bytes: readonly number[]) => bytes.every((byte, at) => head[at] === byte);
const beginsWith = (head: Uint8Array, text: string) => begins(head, ...Buffer.from(text, 'latin1'));

/** Kinds of files that people send and that hold no table. */
const NO_TABLES: readonly (readonly [string, string])[] = [
  ['%PDF', 'PDF'],
  ['\x89PNG', 'PNG'],
  ['\xff\xd8\xff', 'JPEG'],
  ['GIF8', 'GIF'],
  ['Rar!', 'RAR'],
  ['7z\xbc\xaf', '7z'],
  ['{\\rtf', 'RTF'],
  ['SQLite format 3', 'SQLite'],
];

/** Tells what a file is. Throws FileRefused for what is known to hold no table, with the sentence that says so. */
export async function kindOfContent(path: string, head: Uint8Array): Promise<ContentKind> {
  const noTable = NO_TABLES.find(([mark]) => beginsWith(head, mark));
  if (noTable !== undefined) throw refusals.notATable(noTable[1]);
  if (beginsWith(head, 'PAR1')) return 'parquet';
  if (beginsWith(head, 'ARROW1')) return 'arrow';
  if (begins(head, 0xff, 0xff, 0xff, 0xff) && head[5] !== 0xff) return 'arrow-stream';
  if (begins(head, 0xd0, 0xcf, 0x11, 0xe0)) return 'xls';
  if (begins(head, 0x09, 0x08) || begins(head, 0x09, 0x04)) return 'xls'; // a bare BIFF stream
  const packing = packingOf(head);
  if (packing === 'gzip' || packing === 'bzip2') return packing;
  if (packing === 'zip') return (await isWorkbook(path)) ? 'xlsx' : 'zip';
  if (looksLikeWebPage(head)) throw refusals.html();
  return 'text';
}

async function isWorkbook(path: string): Promise<boolean> {
  const entries = await zipEntries(path);
  const has = (name: string) => entries.some((entry) => entry.name === name);
  if (has('xl/workbook.xml')) return true;
  const document = has('word/document.xml') ? 'Word' : has('ppt/presentation.xml') ? 'PowerPoint' : undefined;
  if (document !== undefined) throw refusals.notATable(document);
  if (has('content.xml') && has('mimetype')) throw refusals.notATable('OpenDocument');
  return false;
}

function looksLikeWebPage(head: Uint8Array): boolean {
  const text = new TextDecoder('latin1')
    .decode(head.subarray(0, 1024))
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  return /^<(?:!doctype html|html|table|meta|head|\?xml[^>]*>\s*<(?:html|Workbook|\?mso))/i.test(text);
}
