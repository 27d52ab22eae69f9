/** What stands next in an XML text: `broken` is something that begins and does not end as it must. */
export type Found = 'open' | 'close' | 'broken' | 'end';

const [LESS, GREATER, SLASH, BANG, QUESTION, COLON, DOUBLE, SINGLE] = [60, 62, 47, 33, 63, 58, 34, 39];
const ENTITY = /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/g;
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/**
 * Goes through an XML text from tag to tag. It makes no objects and checks no more than what it is asked for: for the two
 * parts of a workbook that hold a tag for each cell. Roughly, as ratios of single runs on one workbook of 1.3 million cells: in
 * the time in which a whole parser (saxes) finds the cells, these are made into rows here, and on any thread; sax-wasm takes
 * about six times as long, hucre's streaming reader about three times.
 *
 * Source  XML 1.0, §2.4 (text and CDATA), §2.11 (line ends), §4.6 (the five entities that a workbook may use).
 */
export class XmlScan {
  /** Where what follows the tag found begins. */
  at = 0;
  /** The tag's name without its prefix stands in `xml[nameFrom, nameUntil)`. */
  nameFrom = 0;
  nameUntil = 0;
  /** The tag opens and closes at once. */
  isEmpty = false;
  /** An entity was met that is none. */
  isDamaged = false;

  constructor(
    readonly xml: string,
    from = 0,
  ) {
    this.at = from;
  }

  /** Moves on to the next tag, over text, comments and instructions. */
  next(): Found {
    const { xml } = this;
    for (;;) {
      const from = xml.indexOf('<', this.at);
      if (from < 0) return this.#over();
      const first = xml.charCodeAt(from + 1);
      if (first === BANG || first === QUESTION) {
        if (this.#skipNote(from)) continue;
      } else if (this.#tag(first === SLASH ? from + 2 : from + 1)) return first === SLASH ? 'close' : 'open';
      this.at = from + 1;
      return 'broken';
    }
  }

  /** Whether the tag found has that name. */
  is(name: string): boolean {
    return this.nameUntil - this.nameFrom === name.length && this.xml.startsWith(name, this.nameFrom);
  }

  /** The tag's attribute as it is written; undefined where it has none of that name. */
  attribute(name: string): string | undefined {
    const { xml } = this;
    for (let equals = xml.indexOf('=', this.nameUntil); equals >= 0 && equals < this.at;) {
      const end = xml.indexOf(xml.charAt(equals + 1), equals + 2);
      if (end < 0 || end >= this.at) return undefined;
      const from = equals - name.length;
      if (xml.startsWith(name, from) && xml.charCodeAt(from - 1) <= 32) return xml.slice(equals + 2, end);
      equals = xml.indexOf('=', end);
    }
    return undefined;
  }

  /** The text up to the next tag, entities resolved. */
  text(): string {
    const { xml } = this;
    let text = '';
    for (;;) {
      const until = xml.indexOf('<', this.at);
      if (until < 0) return text; // the tag that must follow is missed by whoever looks for it
      if (until > this.at) text += this.#resolved(xml.slice(this.at, until));
      this.at = until;
      if (xml.charCodeAt(until + 1) !== BANG) return text;
      if (!this.#skipNote(until)) return text;
      if (xml.startsWith('<![CDATA[', until)) text += xml.slice(until + 9, this.at - 3);
    }
  }

  /** Goes on behind the end of the element that was just opened; false when there is none, or a `barrier` opens first. */
  skip(barrier: string): boolean {
    for (let depth = this.isEmpty ? 0 : 1; depth > 0;) {
      const found = this.next();
      if (found === 'end' || found === 'broken' || (found === 'open' && this.is(barrier))) return false;
      if (found === 'close') depth -= 1;
      else if (!this.isEmpty) depth += 1;
    }
    return true;
  }

  #tag(nameFrom: number): boolean {
    const { xml } = this;
    this.nameFrom = nameFrom;
    let at = nameFrom;
    let code = xml.charCodeAt(at);
    while (code > 32 && code !== GREATER && code !== SLASH && code !== LESS) {
      if (code === COLON) this.nameFrom = at + 1;
      code = xml.charCodeAt(++at);
    }
    this.nameUntil = at;
    while (code !== GREATER) {
      if (code === DOUBLE || code === SINGLE) {
        at = endOfValue(xml, at + 1, code);
        if (at < 0) return false;
      } else if (code === LESS || Number.isNaN(code)) return false;
      code = xml.charCodeAt(++at);
    }
    this.isEmpty = xml.charCodeAt(at - 1) === SLASH;
    this.at = at + 1;
    return true;
  }

  /** A comment, CDATA, an instruction or a declaration. */
  #skipNote(from: number): boolean {
    const { xml } = this;
    const end = xml.startsWith('<!--', from)
      ? '-->'
      : xml.startsWith('<![CDATA[', from)
        ? ']]>'
        : xml.startsWith('<?', from)
          ? '?>'
          : '>';
    const until = xml.indexOf(end, from + 2);
    if (until < 0) return false;
    this.at = until + end.length;
    return true;
  }

  #over(): Found {
    this.at = this.xml.length;
    return 'end';
  }

  #resolved(text: string): string {
    const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
    if (!lines.includes('&')) return lines;
    let met = 0;
    const resolved = lines.replace(ENTITY, (whole: string, hex?: string, decimal?: string, name?: string) => {
      met += 1;
      if (name !== undefined) return NAMED[name] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      if (code <= 0x10ffff) return String.fromCodePoint(code);
      this.isDamaged = true;
      return whole;
    });
    if (met !== lines.split('&').length - 1) this.isDamaged = true;
    return resolved;
  }
}

/** The quote that ends an attribute's value; −1 where the value does not end, or holds a `<`, which it must not. */
function endOfValue(xml: string, from: number, quote: number): number {
  for (let at = from; ; at++) {
    const code = xml.charCodeAt(at);
    if (code === quote) return at;
    if (code === LESS || Number.isNaN(code)) return -1;
  }
}
