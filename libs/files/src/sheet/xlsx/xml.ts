import type { Readable } from 'node:stream';
import { SaxesParser, type SaxesTagPlain } from 'saxes';

export type Tag = SaxesTagPlain;

export interface XmlHandler {
  open(tag: Tag): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** The name of a tag without its prefix: some programs write `x:row`. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Feeds an XML stream to a handler, and stops after each piece, so that what the piece brought can be handed on. Throws
 * at XML that is none.
 */
export async function* parseXml(stream: Readable, handler: XmlHandler): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let failure: Error | undefined;
  parser.on('error', (error) => {
    failure ??= error;
  });
  parser.on('opentag', (tag) => handler.open(tag));
  parser.on('closetag', ({ name }) => handler.close?.(localName(name)));
  parser.on('text', (text) => handler.text?.(text));
  parser.on('cdata', (text) => handler.text?.(text));
  const decoder = new TextDecoder();
  try {
    for await (const piece of stream as AsyncIterable<Buffer>) {
      parser.write(decoder.decode(piece, { stream: true }));
      if (failure !== undefined) throw failure;
      yield;
    }
    parser.close();
    if (failure !== undefined) throw failure;
    yield;
  } finally {
    stream.destroy();
  }
}

/** Parses all of a small part. */
export async function readXml(stream: Readable, handler: XmlHandler): Promise<void> {
  for await (const _ of parseXml(stream, handler));
}
