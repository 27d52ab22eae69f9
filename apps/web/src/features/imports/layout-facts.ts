import type { Layout } from '@tocsin/contracts';

type Part = keyof Layout;
/** Either a text as it is, or a message key with the text as its value. */
interface Fact {
  readonly part: Part;
  readonly value: { readonly key?: string; readonly text: string };
}

const isText = ({ format }: Layout) => format === 'csv' || format === 'ndjson' || format === 'json';
const isTable = ({ format }: Layout) => format === 'csv' || format === 'xlsx' || format === 'xls';

/** Which parts of a layout mean something for its format: a workbook has no encoding, JSON no header row. */
export function partsOf(layout: Layout): Part[] {
  return [
    'format',
    ...(layout.packing === 'none' ? [] : (['packing'] as const)),
    ...(layout.packing === 'zip' ? (['entry'] as const) : []),
    ...(isText(layout) ? (['encoding'] as const) : []),
    ...(layout.format === 'csv' ? (['delimiter'] as const) : []),
    ...(layout.format === 'xlsx' || layout.format === 'xls' ? (['sheet'] as const) : []),
    ...(isTable(layout) ? (['headerRow', 'footer'] as const) : []),
  ];
}

const delimiterKeys: Readonly<Record<string, string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'pipe',
};

/** The layout's parts in words. */
export const layoutFacts = (layout: Layout): Fact[] =>
  partsOf(layout).map((part) => ({ part, value: word(layout, part) }));

function word(layout: Layout, part: Part): Fact['value'] {
  const text = String(layout[part]);
  if (part === 'delimiter') {
    const known = delimiterKeys[text];
    return known ? { key: `data.delimiters.${known}`, text } : { text };
  }
  if (part === 'headerRow') return { key: layout.headerRow === 0 ? 'data.layout.noHeader' : 'data.layout.atRow', text };
  if (part === 'footer') return { key: layout.footer ? 'data.layout.footerSkipped' : 'data.layout.footerNone', text };
  if (part === 'format' || part === 'encoding' || part === 'packing') return { key: `data.${part}s.${text}`, text };
  return { text: text === '' ? '—' : text };
}
