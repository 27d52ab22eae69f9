import { type Part, type Sheet, opened } from './workbook.ts';
import { localName, readXml } from './xml.ts';

/** The sheets of a workbook in their order, and whether its days are counted from 1904. */
export async function readSheetList(part: Part): Promise<{ sheets: Sheet[]; date1904: boolean }> {
  const targets = new Map<string, string>();
  await readXml(await opened(part('xl/_rels/workbook.xml.rels')), {
    open: ({ attributes: { Id, Target } }) => {
      if (Id && Target) targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    },
  });
  const sheets: Sheet[] = [];
  let date1904 = false;
  await readXml(await opened(part('xl/workbook.xml')), {
    open: ({ name, attributes }) => {
      const tag = localName(name);
      if (tag === 'workbookPr') date1904 = attributes['date1904'] === '1' || attributes['date1904'] === 'true';
      if (tag !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => localName(key) === 'id')?.[1];
      const entry = part(targets.get(id ?? '') ?? '');
      const visible = !/hidden/i.test(attributes['state'] ?? '');
      if (entry) sheets.push({ name: attributes['name'] ?? '', entry, visible });
    },
  });
  return { sheets, date1904 };
}
