import type { SplitLine, SplitPoint } from '@tocsin/charts';
import type { TableCell, TableModel } from '../../ui/table-model.ts';

interface Words {
  readonly date: string;
  readonly value: string;
  readonly unfinished: string;
  readonly noData: string;
  /** The comparison's name, or '' without one. */
  readonly compared: string;
}

/** What the chart shows, newest bucket first: a column for each line, and one for its comparison. */
export function trendsTable(
  at: readonly string[],
  lines: readonly SplitLine[],
  words: Words,
  number: (value: number | null) => string,
  bucket: (at: string) => string,
): TableModel {
  const cell = (raw: number | null): TableCell => ({
    text: number(raw),
    raw,
    note: raw === null ? words.noData : undefined,
  });
  const columns = lines.flatMap(({ id, name }) => {
    const label = name === '' ? words.value : name;
    const own = { key: `value:${id}`, label, figure: true };
    return words.compared === ''
      ? [own]
      : [
          own,
          {
            key: `compared:${id}`,
            label: lines.length === 1 ? words.compared : `${label} · ${words.compared}`,
            figure: true,
          },
        ];
  });
  const rows = at.map((day, index) => {
    const points = lines.map((line): [string, SplitPoint | undefined] => [line.id, line.points[index]]);
    const isWhole = points.every(([, point]) => point?.complete !== false);
    return {
      at: { text: isWhole ? bucket(day) : `${bucket(day)} (${words.unfinished})`, raw: day },
      ...Object.fromEntries(
        points.flatMap(([id, point]) => [
          [`value:${id}`, cell(point?.value ?? null)],
          [`compared:${id}`, cell(point?.compared ?? null)],
        ]),
      ),
    };
  });
  return { columns: [{ key: 'at', label: words.date }, ...columns], rows: rows.reverse() };
}
