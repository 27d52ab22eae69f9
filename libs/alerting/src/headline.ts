import { type Contributor, type Dimension, type Sentence, type Slice, dimensions } from '@tocsin/contracts';

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

/** Places of a cluster that are named; of a larger one the rest is counted. */
const MOST_NAMED = 5;

/** The same of a cluster of places: the names of those with the largest excess, how many there are, and what was found. */
export function clusterHeadline(members: readonly Contributor[], note: Sentence | null, nameOf: NameOf): Sentence {
  const names = members.slice(0, MOST_NAMED).map(({ dimension, code }) => nameOf(dimension, code));
  const [all, more] = [members.length, members.length - names.length];
  const zh = names.map((name) => name.zh).join('、') + (more > 0 ? `等 ${all} 处` : '');
  const en = names.map((name) => name.en).join(', ') + (more > 0 ? ` and ${more} more` : '');
  return note === null ? { zh, en } : { zh: `${zh}：${note.zh}`, en: `${en}: ${note.en}` };
}
