import { XmlScan } from './xml-scan.ts';

/**
 * What the rows of a sheet refer to. It lies in memory that threads share, so that each block can take it along for nothing:
 * the texts of a large workbook exist once, packed as the file has them.
 */
export interface SheetContext {
  /** The XML of all shared texts, one after another, in UTF-8. */
  readonly texts: Uint8Array<SharedArrayBuffer>;
  /** Where in `texts` each begins, and at its end where the last one ends. */
  readonly starts: Uint32Array<SharedArrayBuffer>;
  /** By cell style: 1 where it shows a number as a date. */
  readonly isDate: Uint8Array<SharedArrayBuffer>;
  /** Days are counted from 1904. */
  readonly date1904: boolean;
}

/** Short texts come again and again: so many characters of them are remembered. */
const MOST_REMEMBERED = 4 * 2 ** 20;
const LONGEST_REMEMBERED = 64;

/** Looks up the texts that the cells of a workbook share. */
export class SharedTexts {
  readonly #xml: Buffer;
  readonly #starts: Uint32Array;
  readonly #known = new Map<number, string>();
  #characters = 0;

  constructor({ texts, starts }: SheetContext) {
    this.#xml = Buffer.from(texts.buffer, texts.byteOffset, texts.byteLength);
    this.#starts = starts;
  }

  /** The text of that number; undefined where there is none, or where it is damaged. */
  at(index: number): string | undefined {
    const known = this.#known.get(index);
    if (known !== undefined) return known;
    const [from, until] = [this.#starts[index], this.#starts[index + 1]];
    if (from === undefined || until === undefined) return undefined;
    const text = textOf(this.#xml.toString('utf8', from, until));
    if (text !== undefined && text.length <= LONGEST_REMEMBERED) this.#remember(index, text);
    return text;
  }

  #remember(index: number, text: string): void {
    this.#characters += text.length + 16;
    if (this.#characters > MOST_REMEMBERED) {
      this.#known.clear();
      this.#characters = 0;
    }
    this.#known.set(index, text);
  }
}

const [BEGINNING, ENDING] = ['<si><t>', '</t></si>'];

function textOf(xml: string): string | undefined {
  if (xml.startsWith(BEGINNING) && xml.endsWith(ENDING)) {
    const text = xml.slice(BEGINNING.length, -ENDING.length);
    if (!/[<&\r]/.test(text)) return text;
  }
  const scan = new XmlScan(xml);
  if (scan.next() !== 'open') return undefined;
  return richText(scan);
}

/**
 * The text inside the element that was just opened (`si`, `is`), moving on behind its end: the parts of a rich text joined,
 * the reading aids of East Asian scripts (`rPh`) left out. Undefined where it is damaged.
 */
export function richText(scan: XmlScan): string | undefined {
  let text = '';
  for (let depth = scan.isEmpty ? 0 : 1; depth > 0;) {
    const found = scan.next();
    if (found === 'end' || found === 'broken') return undefined;
    if (found === 'close') depth -= 1;
    else if (scan.is('rPh')) {
      if (!scan.skip('row')) return undefined;
    } else if (scan.is('row')) return undefined;
    else if (!scan.isEmpty) {
      depth += 1;
      if (scan.is('t')) text += scan.text();
    }
  }
  return scan.isDamaged ? undefined : text;
}
