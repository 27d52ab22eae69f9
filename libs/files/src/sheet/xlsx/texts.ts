import { refusals } from '../../refusals.ts';
import { type Part, opened } from './workbook.ts';
import { localName, readXml } from './xml.ts';

/** Shared texts are looked up from memory: as much of them may be kept, in UTF-16 units. */
const MOST_TEXT = 256 * 2 ** 20;

/** The texts that cells share. Rich text is joined; the reading aids of East Asian scripts (`rPh`) are left out. */
export async function readTexts(part: Part): Promise<string[]> {
  const entry = part('xl/sharedStrings.xml');
  if (entry === undefined) return [];
  const texts: string[] = [];
  let kept = 0;
  let text = '';
  let inText = false;
  let inAid = false;
  await readXml(await opened(entry), {
    open: ({ name }) => {
      const tag = localName(name);
      if (tag === 'si') text = '';
      else if (tag === 'rPh') inAid = true;
      else if (tag === 't') inText = !inAid;
    },
    text: (more) => {
      if (inText) text += more;
    },
    close: (tag) => {
      if (tag === 't') inText = false;
      else if (tag === 'rPh') inAid = false;
      else if (tag === 'si') {
        kept += text.length;
        if (kept > MOST_TEXT) throw refusals.tooManyTexts();
        texts.push(text);
      }
    },
  });
  return texts;
}
