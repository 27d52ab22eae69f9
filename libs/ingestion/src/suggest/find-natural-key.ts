import { trimmed } from '../profile/record-mapper.ts';

/** What separates the cells of a record when records are compared: no cell holds it. */
const UNIT = '\u001f';

/** Share of the complaint numbers that must come several times before they are said to start anew. */
const REPEATS = 0.02;

/**
 * The columns that tell complaints apart where their number alone does not, because it starts anew every year or in every
 * office: the number with the first of `beside` that makes every different record another one, or with the first two of
 * them that do. `records` that agree in everything are one. Undefined where numbers do not repeat, or nothing helps.
 */
export function findNaturalKey(
  records: readonly (readonly string[])[],
  id: number,
  beside: readonly number[],
): readonly number[] | undefined {
  const different = [...new Map(records.map((cells) => [cells.join(UNIT), cells])).values()].filter(
    (cells) => trimmed(cells[id] ?? '') !== '',
  );
  const keysBy = (places: readonly number[]) =>
    new Set(different.map((cells) => places.map((place) => trimmed(cells[place] ?? '')).join(UNIT))).size;
  if (different.length - keysBy([id]) < Math.max(2, different.length * REPEATS)) return undefined;
  const pairs = beside.flatMap((one, at) => beside.slice(at + 1).map((other) => [one, other]));
  const columns = [...beside.map((one) => [one]), ...pairs].find((more) => keysBy([id, ...more]) === different.length);
  return columns && [id, ...columns];
}
