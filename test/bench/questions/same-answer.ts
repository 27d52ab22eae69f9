import type { Question } from './overview.ts';

type Row = Readonly<Record<string, unknown>>;

/** Zero, null and absent are one here: others leave quiet buckets out, we fill them. Rates agree to nine digits. */
const figure = (value: unknown): string => {
  const number = Number(value ?? 0);
  return Number.isInteger(number) ? String(number) : number.toPrecision(9);
};

/** An answer as a set of lines `key → figures`, lists of them spread out and columns of the other side left away, without the rows that are all zero. */
function lines({ keys, figures }: Question, rows: readonly Row[]): Set<string> {
  const said = rows
    .map((row) => ({
      key: keys.map((name) => String(row[name])).join('|'),
      values: figures.flatMap((name) => (name in row ? [row[name]].flat().map(figure) : [])),
    }))
    .filter(({ values }) => values.some((value) => value !== '0'));
  return new Set(said.map(({ key, values }) => `${key} → ${values.join(' ')}`));
}

/** The first difference of two answers, or undefined when they say the same. */
export function difference(question: Question, ours: readonly Row[], theirs: readonly Row[]): string | undefined {
  const mine = lines(question, ours);
  const other = lines(question, theirs);
  const onlyMine = [...mine].find((line) => !other.has(line));
  const onlyOther = [...other].find((line) => !mine.has(line));
  return onlyMine === undefined && onlyOther === undefined
    ? undefined
    : `${question.name}: we say ${onlyMine ?? 'nothing'}, they say ${onlyOther ?? 'nothing'}`;
}
