import { Readable } from 'node:stream';
import { Refusal } from '../../refusal.ts';

/** The body of a request whose type is handed over as a stream; anything else was not meant as a file. */
export function streamedBody(body: unknown): Readable {
  if (body instanceof Readable) return body;
  throw new Refusal('unsupported-media-type', {
    detail: {
      zh: '请以 application/octet-stream 或 text/csv 等类型发送文件内容；文件格式由内容判断。',
      en: 'Send the bytes of the file as application/octet-stream, text/csv or the like: its content tells the format.',
    },
  });
}

/** A small streamed body as a whole. Refuses one larger than `most` bytes. */
export async function smallBody(body: unknown, most: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of streamedBody(body) as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > most) throw new Refusal('too-large', {});
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
