import { type Dimension, type Sentence, type Slice, dimensions } from '@tocsin/contracts';

/** The name of a code in both languages. */
export type NameOf = (dimension: Dimension, code: string) => Sentence;

const WHOLE: Sentence = { zh: '全公司', en: 'Whole company' };

/** The slice in words: "安徽 · 车险", in the order of the dimensions; the whole company where nothing is cut. */
export function sliceName(slice: Slice, nameOf: NameOf): Sentence {
  const names = dimensions.flatMap((dimension) => {
    const code = slice[dimension];
    return code === undefined ? [] : [nameOf(dimension, code)];
  });
  if (names.length === 0) return WHOLE;
  return { zh: names.map(({ zh }) => zh).join(' · '), en: names.map(({ en }) => en).join(' · ') };
}

/** One line that says it all: where, what came, what was expected, how rare. */
export function headline(slice: Slice, note: Sentence | null, nameOf: NameOf): Sentence {
  const where = sliceName(slice, nameOf);
  if (note === null) return where;
  return { zh: `${where.zh}：${note.zh}`, en: `${where.en}: ${note.en}` };
}
