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

/** A small streamed body as text. Refuses one larger than `most` bytes, and one that is not UTF-8. */
export async function smallText(body: unknown, most: number): Promise<string> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of streamedBody(body) as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > most) throw new Refusal('too-large', {});
    pieces.push(piece);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces));
  } catch {
    throw new Refusal('unprocessable', {
      detail: { zh: '文件不是 UTF-8 编码：请另存为 UTF-8。', en: 'The file is not UTF-8: save it in that encoding.' },
    });
  }
}
