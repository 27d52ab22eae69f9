import type { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';

/** An object as a bucket lists it. */
export interface ListedObject {
  readonly key: string;
  readonly etag: string;
  readonly lastModified: string;
  readonly bytes: number;
}

export interface ObjectPage {
  readonly objects: readonly ListedObject[];
  /** Where the next page begins; '' after the last. */
  readonly next: string;
}

/** A page has a thousand objects of some hundred bytes; a thousand keys of the greatest length stay below this too. */
const MOST_CHARACTERS = 8 * 2 ** 20;

/**
 * Reads an answer to ListObjectsV2 that was asked for with `encoding-type=url`; keys are decoded where the answer says
 * that it did so. Undefined for anything else than such an answer.
 */
export function objectPage(xml: string): ObjectPage | undefined {
  const values = elements(xml);
  if (values === undefined || values[0]?.path !== 'ListBucketResult') return undefined;
  const top = (name: string) => values.find(({ path }) => path === `ListBucketResult/${name}`)?.text ?? '';
  const decode =
    top('EncodingType') === 'url' ? (key: string) => percentDecoded(key.replaceAll('+', ' ')) : (key: string) => key;
  const objects: ListedObject[] = [];
  for (const { path, text } of values) {
    const [, group, name] = path.split('/');
    if (group !== 'Contents') continue;
    if (name === undefined) objects.push({ key: '', etag: '', lastModified: '', bytes: 0 });
    const last = objects.pop();
    if (last === undefined) continue;
    if (name === 'Key') objects.push({ ...last, key: decode(text) });
    else if (name === 'ETag') objects.push({ ...last, etag: text });
    else if (name === 'LastModified') objects.push({ ...last, lastModified: text });
    else if (name === 'Size') objects.push({ ...last, bytes: Number(text) });
    else objects.push(last);
  }
  return { objects, next: top('IsTruncated') === 'true' ? top('NextContinuationToken') : '' };
}

/** What an S3-compatible storage calls a failure, `SignatureDoesNotMatch` say; '' where it says nothing usable. */
export function failureCode(xml: string): string {
  const code = elements(xml)?.find(({ path }) => path === 'Error/Code')?.text ?? '';
  return /^[A-Za-z]{1,64}$/.test(code) ? code : '';
}

/** The beginning of a body as text; longer ones are cut, and so are no XML any more. */
export async function textOf(body: Readable): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of body) {
    text += decoder.decode(piece as Buffer, { stream: true });
    if (text.length > MOST_CHARACTERS) break;
  }
  return text;
}

interface Element {
  readonly path: string;
  text: string;
}

/** Every element in the order in which it opens, with its path and the text in it; undefined for what is not XML. */
function elements(xml: string): Element[] | undefined {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const found: Element[] = [];
  const open: Element[] = [];
  parser.on('opentag', ({ name }) => {
    const parent = open.at(-1);
    const element = { path: parent === undefined ? name : `${parent.path}/${name}`, text: '' };
    found.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += text;
  });
  parser.on('closetag', () => void open.pop());
  try {
    parser.write(xml).close();
    return found;
  } catch {
    return undefined;
  }
}

/** Without percent signs; as it stands where they stand for nothing. */
export function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
