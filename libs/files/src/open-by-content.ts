import type { Layout } from '@tocsin/contracts';
import type { ContentKind } from './kind-of-content.ts';
import { openArrow } from './columnar/open-arrow.ts';
import { openParquet } from './columnar/open-parquet.ts';
import { unpacked } from './packing/unpacked.ts';
import { entryMeant, zipEntries } from './packing/zip-entries.ts';
import type { OpenedFile } from './opened-file.ts';
import { openXls } from './sheet/open-xls.ts';
import { openXlsx } from './sheet/open-xlsx.ts';
import { openTextFile } from './text/open-text-file.ts';

export interface KnownFile {
  readonly path: string;
  readonly size: number;
  readonly kind: ContentKind;
}

type Open = (file: KnownFile, choice: Partial<Layout>) => Promise<OpenedFile>;

/** One way of opening a kind of file. To add one: a line here and a folder. */
const openers: Record<ContentKind, Open> = {
  text: openText,
  gzip: openText,
  bzip2: openText,
  zip: openZip,
  xlsx: ({ path, size }, choice) => openXlsx(path, size, choice),
  xls: ({ path, size }, choice) => openXls(path, size, choice),
  parquet: ({ path, size }, choice) => openParquet(path, size, choice),
  arrow: ({ path, size }, choice) => openArrow(path, size, choice),
  'arrow-stream': ({ path, size }, choice) => openArrow(path, size, choice),
};

export const openByContent: Open = (file, choice) => openers[file.kind](file, choice);

/** Text, packed or not. */
async function openText(
  { path, size, kind }: KnownFile,
  choice: Partial<Layout>,
  entries: readonly string[] = [],
): Promise<OpenedFile> {
  const packing: Layout['packing'] = kind === 'gzip' || kind === 'bzip2' || kind === 'zip' ? kind : 'none';
  const entry = choice.entry ?? '';
  const { bytes, bytesRead } = await unpacked(path, packing, entry, size);
  const { layout, ...text } = await openTextFile(bytes, choice);
  const footer = choice.footer ?? true;
  return {
    ...text,
    layout: { packing, entry, sheet: '', footer, ...layout },
    sheets: [],
    entries,
    bytes: size,
    bytesRead,
  };
}

/** One file of a zip, whatever it is in its turn. */
async function openZip(file: KnownFile, choice: Partial<Layout>): Promise<OpenedFile> {
  const all = await zipEntries(file.path);
  const meant = entryMeant(all, choice.entry ?? '');
  const entries = all.map(({ name }) => name);
  return openText(file, { ...choice, entry: meant.name }, entries);
}
