import type { ReferenceCells } from './read-row.ts';

/** A row as a table holds it. */
export interface KeyedRow {
  readonly key: string;
  readonly cells: ReferenceCells;
}

/** What a new version does to one row; without cells the row goes. */
export interface ReferenceChange {
  readonly key: string;
  readonly cells: ReferenceCells | undefined;
}

export interface ReferenceChanges {
  readonly changes: readonly ReferenceChange[];
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly removed: number;
  /** Rows of the table afterwards. */
  readonly rows: number;
}

/**
 * What a table's next version has to say: rows that are new or differ, and those that go. `merge` lets go of nothing but what
 * `gone` names, `replace` of everything that `next` does not have. The same content again changes nothing.
 */
export function referenceChanges(
  current: readonly KeyedRow[],
  next: readonly KeyedRow[],
  { mode, gone = [] }: { readonly mode: 'merge' | 'replace'; readonly gone?: readonly string[] },
): ReferenceChanges {
  const before = new Map(current.map(({ key, cells }) => [key, JSON.stringify(cells)]));
  const wanted = new Set(next.map(({ key }) => key));
  const leaving = new Set(mode === 'replace' ? before.keys() : gone);
  const removed = [...before.keys()].filter((key) => leaving.has(key) && !wanted.has(key));
  const differing = next.filter(({ key, cells }) => before.get(key) !== JSON.stringify(cells));
  const added = differing.filter(({ key }) => !before.has(key)).length;
  return {
    changes: [...differing, ...removed.map((key) => ({ key, cells: undefined }))],
    added,
    changed: differing.length - added,
    unchanged: next.length - differing.length,
    removed: removed.length,
    rows: before.size + added - removed.length,
  };
}
