import type { Sentence } from '@tocsin/contracts';

/** Where the header of a table was found, for people; 0 where there is none. */
export function headerSentence(row: number): Sentence {
  if (row === 0)
    return { zh: '没有表头：首行与以下各行的内容同类。', en: 'No header: the first row looks like those below it.' };
  return row === 1
    ? { zh: '表头在第 1 行。', en: 'The header is row 1.' }
    : { zh: `表头在第 ${row} 行：以上为标题。`, en: `The header is row ${row}; titles stand above it.` };
}
