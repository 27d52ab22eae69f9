/** The answers for each bucket of a range counted from 1, as one list per field. `answer` is asked with an index from 0. */
export function columnsOf<T extends object>(
  [first, last]: readonly [number, number],
  answer: (index: number) => T,
): { [K in keyof T]: T[K][] } {
  const columns: Partial<{ [K in keyof T]: T[K][] }> = {};
  for (let index = first - 1; index < last; index += 1) {
    const row = answer(index);
    for (const key of Object.keys(row) as (keyof T)[]) (columns[key] ??= []).push(row[key]);
  }
  return columns as { [K in keyof T]: T[K][] };
}
