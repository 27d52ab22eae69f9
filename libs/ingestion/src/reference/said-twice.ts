import type { ReferenceTable, Sentence } from '@tocsin/contracts';
import { publishedPeriod } from './published-period.ts';
import type { ReferenceCells } from './read-row.ts';
import type { KeyedRow } from './reference-changes.ts';

/** A row that says again what another says, and may not stand beside it. */
export interface SaidTwice<Row> {
  readonly row: Row;
  readonly sentence: Sentence;
}

/**
 * Parts the rows that a table is to take from those that would count the same works twice: of a kind and metric, by periods that
 * overlap, for the same organisation or for the whole company and a part of it. A row of the whole company may stand beside
 * those of its branches for the very same period, since figures take it in their place. An office's row is what it did itself:
 * its branch's holds none of it. The rows of other tables never overlap.
 */
export function saidTwice<Row extends KeyedRow>(
  { name }: Pick<ReferenceTable, 'name'>,
  standing: readonly KeyedRow[],
  rows: readonly Row[],
): { readonly taken: Row[]; readonly refused: SaidTwice<Row>[] } {
  if (name !== 'work') return { taken: [...rows], refused: [] };
  const replaced = new Set(rows.map(({ key }) => key));
  const beside = new Map<string, KeyedRow[]>();
  const among = ({ cells }: KeyedRow) => {
    const key = `${cells['kind']}|${cells['metric']}`;
    const group = beside.get(key) ?? [];
    beside.set(key, group);
    return group;
  };
  for (const row of standing) if (!replaced.has(row.key)) among(row).push(row);
  const taken: Row[] = [];
  const refused: SaidTwice<Row>[] = [];
  for (const row of rows) {
    const group = among(row);
    const other = group.find(({ cells }) => isSame(cells, row.cells));
    if (other !== undefined) {
      refused.push({ row, sentence: twice(row.cells, other.cells) });
      continue;
    }
    taken.push(row);
    group.push(row);
  }
  return { taken, refused };
}

function isSame(one: ReferenceCells, other: ReferenceCells): boolean {
  const [a, b] = [one, other].map(({ period = '' }) => publishedPeriod(period));
  if (a === undefined || b === undefined || a.until <= b.from || b.until <= a.from) return false;
  const [here, there] = [one['organisation'] ?? '', other['organisation'] ?? ''];
  if ((here === '') !== (there === '')) return a.from !== b.from || a.until !== b.until;
  return here === there;
}

const twice = (row: ReferenceCells, other: ReferenceCells): Sentence => {
  const named = ({ period, organisation }: ReferenceCells, whole: string) => `${period} ${organisation ?? whole}`;
  const about = `${row['kind']}, ${row['metric']}`;
  return {
    zh: `「${named(row, '全公司')}」与「${named(other, '全公司')}」（${about}）重叠，同样的工作会计两次：请只留一行，或改为互不重叠的期间和机构。`,
    en: `"${named(row, 'whole company')}" overlaps "${named(other, 'whole company')}" (${about}), and the same works would count twice: keep one of the two, or periods and organisations that do not overlap.`,
  };
};
