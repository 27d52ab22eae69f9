import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Layout, Sentence } from '@tocsin/contracts';
import type { OpenedFile } from './opened-file.ts';
import { openByContent } from './open-by-content.ts';
import { FileRefused, refusals } from './refusals.ts';
import { kindOfContent } from './kind-of-content.ts';

/** Enough to tell any kind of file by its content. */
const MAGIC_BYTES = 4096;

/**
 * Opens a file that a company exports, whatever it is: packed or not, text in any encoding, a workbook, columns. What it
 * is, is told by its content and never by its name; `choice` overrides any part of what would be found. A file that
 * cannot be read answers with the sentence that says why and what to do. Its blocks may still throw FileRefused later,
 * where the damage lies further in.
 *
 * Memory does not grow with the file, but for the texts of a workbook, which are bounded.
 */
export async function openFile(
  path: string,
  choice: Partial<Layout> = {},
): Promise<OpenedFile | { readonly refusal: Sentence }> {
  try {
    const { size } = await stat(path);
    const head = await firstBytes(path, MAGIC_BYTES);
    if (head.length === 0) throw refusals.empty();
    return await openByContent({ path, size, kind: await kindOfContent(path, head) }, choice);
  } catch (error) {
    if (error instanceof FileRefused) return { refusal: error.sentence };
    throw error;
  }
}

async function firstBytes(path: string, count: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of createReadStream(path, { end: count - 1 })) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
