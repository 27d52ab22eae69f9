import { Refusal } from '../../refusal.ts';

/** The ways in which a table of figures can be answered. */
export const formats = {
  json: 'application/json',
  csv: 'text/csv',
  arrow: 'application/vnd.apache.arrow.stream',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
export type Format = keyof typeof formats;

interface Wish {
  readonly type: string;
  readonly quality: number;
}

/**
 * The format that an Accept header likes best. Of equals the one it names first, and JSON where it names none.
 * Refuses a header that takes none of them.
 */
export function formatFor(accept: string | undefined): Format {
  const wishes = (accept?.trim() || '*/*').split(',').map(parsed);
  wishes.sort((a, b) => b.quality - a.quality); // stable: equals stay in order
  for (const { type, quality } of wishes) {
    const format = quality > 0 ? formatOf(type) : undefined;
    if (format !== undefined) return format;
  }
  throw new Refusal('not-acceptable', {
    detail: {
      zh: `可用格式:${Object.values(formats).join('、')}。`,
      en: `There are: ${Object.values(formats).join(', ')}.`,
    },
  });
}

function formatOf(type: string): Format | undefined {
  if (type === '*/*' || type === 'application/*') return 'json';
  if (type === 'text/*') return 'csv';
  return (Object.keys(formats) as Format[]).find((format) => formats[format] === type);
}

function parsed(text: string): Wish {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const q = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  return { type, quality: q === undefined ? 1 : Number(q) || 0 };
}
