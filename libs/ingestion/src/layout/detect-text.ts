import type { Encoding, Layout, Sentence } from '@tocsin/contracts';
import { detectDelimiter, rowsOf } from './detect-delimiter.ts';
import { detectEncoding } from './detect-encoding.ts';
import { detectHeader } from './detect-header.ts';
import { headerSentence } from './header-sentence.ts';

/** How a text is laid out, as far as its first bytes tell. */
export interface TextFound {
  readonly layout: Pick<Layout, 'format' | 'encoding' | 'delimiter' | 'headerRow'>;
  /** Lines end with a carriage return alone, as old Macs wrote them. */
  readonly carriageReturns: boolean;
  /** How each part was found, for people. */
  readonly evidence: readonly Sentence[];
}

const SHOWN: Readonly<Record<string, string>> = { '\t': 'Tab', '\u0001': '^A' };
const LOOKED_AT = 60;

/**
 * Finds encoding, format, delimiter and header of a text from its first bytes. What a person chose is not looked for.
 * `whole`: there is nothing after these bytes.
 */
export function detectText(head: Uint8Array, whole: boolean, choice: Partial<Layout>): TextFound {
  const encoding = choice.encoding ?? detectEncoding(head, whole);
  const text = decoded(head, encoding);
  const carriageReturns = !text.includes('\n') && text.includes('\r');
  const lines = carriageReturns ? text.replaceAll('\r', '\n') : text;
  const evidence: Sentence[] = [];
  if (choice.encoding === undefined) evidence.push(ofEncoding(encoding, head));
  const format = choice.format ?? formatOf(lines, whole);
  if (format !== 'csv') {
    evidence.push(ofJson(format));
    return { layout: { format, encoding, delimiter: ',', headerRow: 0 }, carriageReturns, evidence };
  }
  const said = /^sep=(.)\r?\n/.exec(lines)?.[1];
  const fit = detectDelimiter(said === undefined ? lines : lines.slice(lines.indexOf('\n') + 1));
  const delimiter = choice.delimiter ?? said ?? fit.delimiter;
  if (choice.delimiter === undefined) evidence.push(ofDelimiter(delimiter, said !== undefined, fit.width));
  const headerRow = choice.headerRow ?? headerRowOf(lines, delimiter, whole, said !== undefined);
  if (choice.headerRow === undefined) evidence.push(headerSentence(headerRow));
  return { layout: { format, encoding, delimiter, headerRow }, carriageReturns, evidence };
}

/** Text of the first bytes; without the mark at its front and without a character that the edge cut off. */
export function decoded(head: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(head, { stream: true });
}

function headerRowOf(text: string, delimiter: string, whole: boolean, said: boolean): number {
  const rows = rowsOf(text, delimiter, LOOKED_AT);
  // The last row may be cut off at the edge of what was read.
  const looked = whole || rows.length < 3 ? rows : rows.slice(0, -1);
  if (said) looked[0] = [];
  return detectHeader(looked).header + 1;
}

/** An object a line, or one document: a list, or an object that spans lines or holds the list. */
function formatOf(text: string, whole: boolean): 'csv' | 'ndjson' | 'json' {
  const start = text.search(/\S/);
  if (start < 0) return 'csv';
  if (text[start] === '[') return /^\[\s*(?:\{|$|\])/.test(text.slice(start)) ? 'json' : 'csv';
  if (text[start] !== '{') return 'csv';
  const end = text.indexOf('\n', start);
  const line = end < 0 ? text.slice(start) : text.slice(start, end).trim();
  const alone = end < 0 || text.slice(end).trim() === '';
  if (alone && whole) return isObjectOfList(line) ? 'json' : 'ndjson';
  // A line of its own closes what it opens, damaged or not.
  return /\}\s*,?$/.test(line) || end < 0 ? 'ndjson' : 'json';
}

function isObjectOfList(text: string): boolean {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null && Object.values(parsed).some((one) => isListOfObjects(one));
  } catch {
    return false;
  }
}

const isListOfObjects = (value: unknown) => Array.isArray(value) && typeof value[0] === 'object' && value[0] !== null;

function ofEncoding(encoding: Encoding, [a, b, c]: Uint8Array): Sentence {
  const name = encoding.toUpperCase();
  const marked = (a === 0xef && b === 0xbb && c === 0xbf) || (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);
  return marked
    ? { zh: `编码为 ${name}：文件开头有编码标记。`, en: `Encoding ${name}: the file begins with its mark.` }
    : { zh: `编码为 ${name}：由内容判断。`, en: `Encoding ${name}: judged by the content.` };
}

function ofDelimiter(delimiter: string, said: boolean, width: number): Sentence {
  const shown = SHOWN[delimiter] ?? delimiter;
  return said
    ? { zh: `分隔符为“${shown}”：文件第一行如此声明。`, en: `Delimiter "${shown}": the first line says so.` }
    : {
        zh: `分隔符为“${shown}”：多数行由此分为 ${width} 列。`,
        en: `Delimiter "${shown}": it cuts most rows into ${width} cells.`,
      };
}

const ofJson = (format: Layout['format']): Sentence =>
  format === 'ndjson'
    ? { zh: '每行一个 JSON 对象。', en: 'One JSON object a line.' }
    : { zh: '一个 JSON 文档，内含对象列表。', en: 'One JSON document with a list of objects.' };
