import { isDateFormat } from '@tocsin/ingestion';
import { type Part, opened } from './workbook.ts';
import { localName, readXml } from './xml.ts';

/** By cell style: whether it shows a number as a date. */
export async function readStyles(part: Part): Promise<boolean[]> {
  const entry = part('xl/styles.xml');
  if (entry === undefined) return [];
  const codes = new Map<number, string>();
  const isDate: boolean[] = [];
  let inCells = false;
  await readXml(await opened(entry), {
    open: ({ name, attributes }) => {
      const tag = localName(name);
      if (tag === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      else if (tag === 'cellXfs') inCells = true;
      else if (tag === 'xf' && inCells) {
        const id = Number(attributes['numFmtId'] ?? 0);
        isDate.push(isDateFormat(id, codes.get(id)));
      }
    },
    close: (tag) => {
      if (tag === 'cellXfs') inCells = false;
    },
  });
  return isDate;
}
