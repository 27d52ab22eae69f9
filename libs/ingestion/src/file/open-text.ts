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
  try {
    return { text: new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes), damaged: false };
  } catch {
    return { text: new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes), damaged: true };
  }
}

/** Whether a row of a damaged block is itself damaged. */
export const isBroken = (text: string): boolean => text.includes(REPLACEMENT);
