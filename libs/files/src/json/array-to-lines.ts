const [QUOTE, BACKSLASH, OPEN, CLOSE, LIST, UNLIST, LF, CR, COMMA] = [34, 92, 123, 125, 91, 93, 10, 13, 44];

/**
 * Turns one JSON document, handed over in pieces of UTF-8, into one object a line: the elements of the outermost list, or
 * of the first list of objects inside an object. Only cuts; what is between the cuts is not looked at, so a damaged
 * element spoils its own line. An element that is no object becomes a line of its own as well.
 *
 * Cost   one step a byte; memory for one element.
 */
export class ArrayToLines {
  /** Whether a list of objects was found. */
  found = false;
  #depth = 0;
  #listDepth = -1;
  #inText = false;
  #escaped = false;
  #lastList = -1;
  #out: Uint8Array<ArrayBuffer> = new Uint8Array(2 ** 16);
  #length = 0;
  /** Bytes of the element under way, since the last line end in `#out`. */
  #elementFrom = 0;

  /** The lines that the piece completes. */
  push(piece: Uint8Array): Uint8Array {
    for (const byte of piece) this.#step(byte);
    return this.#drain();
  }

  /** What is left of an element that the file's end cut off, as a line. */
  end(): Uint8Array {
    if (this.#length > this.#elementFrom) this.#endElement();
    return this.#drain();
  }

  #step(byte: number): void {
    if (this.#inText) {
      this.#keep(byte === LF || byte === CR ? 32 : byte);
      if (this.#escaped) this.#escaped = false;
      else if (byte === BACKSLASH) this.#escaped = true;
      else if (byte === QUOTE) this.#inText = false;
      return;
    }
    if (byte === QUOTE) this.#inText = true;
    if (byte === LIST || byte === OPEN) this.#open(byte);
    else if (byte === CLOSE || byte === UNLIST) this.#close(byte);
    else if (byte === COMMA && this.#depth === this.#listDepth) this.#endElement();
    else if (byte > 32) this.#keep(byte);
    else this.#keepBlank();
  }

  #open(byte: number): void {
    const begins = byte === OPEN && this.#listDepth < 0 && this.#lastList === this.#depth;
    if (begins) {
      this.#listDepth = this.#depth;
      this.found = true;
    }
    this.#depth += 1;
    this.#lastList = byte === LIST ? this.#depth : -1;
    this.#keep(byte);
  }

  #close(byte: number): void {
    if (this.#depth === this.#listDepth) {
      this.#endElement();
      this.#listDepth = Number.MAX_SAFE_INTEGER; // the list is over: nothing after it is an element
    } else this.#keep(byte);
    this.#depth -= 1;
  }

  #endElement(): void {
    if (this.#length > this.#elementFrom) this.#append(LF);
    this.#elementFrom = this.#length;
  }

  #keep(byte: number): void {
    if (this.#depth > this.#listDepth && this.#listDepth >= 0) this.#append(byte);
    else if (this.#depth === this.#listDepth) this.#append(byte);
  }

  /** White space between the parts of an element is kept as one blank. */
  #keepBlank(): void {
    if (this.#length > this.#elementFrom && this.#out[this.#length - 1] !== 32) this.#keep(32);
  }

  #append(byte: number): void {
    if (this.#length === this.#out.length) {
      const larger = new Uint8Array(this.#length * 2);
      larger.set(this.#out);
      this.#out = larger;
    }
    this.#out[this.#length++] = byte;
  }

  #drain(): Uint8Array {
    const ready = this.#out.slice(0, this.#elementFrom);
    this.#out.copyWithin(0, this.#elementFrom, this.#length);
    this.#length -= this.#elementFrom;
    this.#elementFrom = 0;
    return ready;
  }
}
