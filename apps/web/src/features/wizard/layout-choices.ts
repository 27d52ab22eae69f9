import { type Inspection, type Layout, encodings, fileFormats } from '@tocsin/contracts';

/** What may be chosen for one part of a layout. `key` is a message; without one the text speaks for itself. */
export interface LayoutChoice {
  readonly value: string;
  readonly key?: string;
}

const delimiters: readonly (readonly [string, string])[] = [
  [',', 'comma'],
  ['\t', 'tab'],
  [';', 'semicolon'],
  ['|', 'pipe'],
];
const LAST_HEADER_ROW = 15;

/** The choices for a part, the present value always among them; none where the part is a fact, not a choice. */
export function layoutChoices(part: keyof Layout, { layout, sheets, entries }: Inspection): LayoutChoice[] {
  const plain = (values: readonly string[]): LayoutChoice[] => values.map((value) => ({ value }));
  switch (part) {
    case 'format':
      return fileFormats.map((value) => ({ value, key: `data.formats.${value}` }));
    case 'encoding':
      return encodings.map((value) => ({ value, key: `data.encodings.${value}` }));
    case 'delimiter':
      return withPresent(
        delimiters.map(([value, name]) => ({ value, key: `data.delimiters.${name}` })),
        layout.delimiter,
      );
    case 'sheet':
      return plain(sheets);
    case 'entry':
      return plain(entries);
    case 'headerRow':
      return withPresent(
        Array.from({ length: LAST_HEADER_ROW + 1 }, (_, row) => ({
          value: String(row),
          key: row === 0 ? 'data.layout.noHeader' : 'data.layout.atRow',
        })),
        String(layout.headerRow),
      );
    case 'footer':
      return [
        { value: 'true', key: 'data.layout.footerSkipped' },
        { value: 'false', key: 'data.layout.footerNone' },
      ];
    case 'packing':
      return [];
  }
}

const withPresent = (choices: readonly LayoutChoice[], present: string): LayoutChoice[] =>
  choices.some(({ value }) => value === present) ? [...choices] : [...choices, { value: present }];

/** A chosen text as the layout's own type. */
export function layoutValue(part: keyof Layout, text: string): Partial<Layout> {
  if (part === 'headerRow') return { headerRow: Number(text) };
  if (part === 'footer') return { footer: text === 'true' };
  return { [part]: text };
}
