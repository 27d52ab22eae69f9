import { isUtf8, transcode } from 'node:buffer';
import type { Encoding } from '@tocsin/contracts';

/** A character that stands for bytes which are none in the file's encoding. */
const REPLACEMENT = '\uFFFD';

export interface OpenedText {
  readonly text: string;
  /** Some bytes were no characters; rows that contain `isBroken` text are at fault. */
  readonly damaged: boolean;
}

/** Decodes a block. Bytes that are no characters spoil only the rows they stand in, not the block. */
export function openText(bytes: Uint8Array, encoding: Encoding): OpenedText {
  // By way of UTF-16: the runtime checks and transcodes with vector instructions, and decodes without, in three times the time.
  if (encoding === 'utf-8' && bytes.length > 0 && isUtf8(bytes))
    return { text: transcode(bytes, 'utf8', 'ucs2').toString('ucs2'), damaged: false };
  try {
    return { text: new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes), damaged: false };
  } catch {
    return { text: new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes), damaged: true };
  }
}

/** Whether a row of a damaged block is itself damaged. */
export const isBroken = (text: string): boolean => text.includes(REPLACEMENT);
