import { type CodeTranslation, type Dimension, type Translation, type TreeView, dimensions } from '@tocsin/contracts';
import type { ReferenceCells } from '../reference/read-row.ts';
import { crosswalkTranslation } from './crosswalk.ts';
import { OrganisationTree } from './organisation-tree.ts';
import { piecesBetween, unlessEmpty } from './pieces.ts';

/** What a company's tables say about its codes, and which codes complaints carry. */
export interface TreeTables {
  readonly organisation: readonly ReferenceCells[];
  readonly crosswalk: readonly ReferenceCells[];
  readonly region: readonly ReferenceCells[];
  readonly seen: Readonly<Partial<Record<Dimension, readonly string[]>>>;
}

/**
 * How codes of complaints become the codes that figures are told by. `as-of` a day: organisations under who runs them in the tree of
 * that day, classifications in that day's. `as-was`: in the tree of the day received, classifications untouched. Regions
 * that are counted under others always are. Every code becomes one code, so that parts add up to the whole in either view.
 */
export function translationOf(tables: TreeTables, view: TreeView, on: string): Translation {
  const translated = dimensions.map((dimension) => [dimension, oneOf(dimension, tables, view, on)] as const);
  return Object.fromEntries(translated.filter(([, translation]) => translation !== undefined));
}

function oneOf(dimension: Dimension, tables: TreeTables, view: TreeView, on: string): CodeTranslation | undefined {
  const seen = tables.seen[dimension] ?? [];
  if (dimension === 'organisation') return organisationTranslation(tables.organisation, seen, view, on);
  if (dimension === 'region') return regionTranslation(tables.region);
  return view === 'as-was' ? undefined : crosswalkTranslation(dimension, tables.crosswalk, seen, on);
}

function organisationTranslation(
  rows: readonly ReferenceCells[],
  seen: readonly string[],
  view: TreeView,
  on: string,
): CodeTranslation | undefined {
  const tree = new OrganisationTree(rows);
  const codes = [...new Set([...tree.codes, ...seen])].sort();
  const pieces =
    view === 'as-of'
      ? piecesBetween([], codes, (code) => tree.path(tree.heir(code, on), on))
      : piecesBetween(tree.days, codes, (code, day) => tree.path(tree.holder(code, day), day));
  const last = pieces.at(-1);
  const listed = new Set(tree.codes);
  const paths = codes.map((code) => [tree.path(code, on), code] as const);
  return unlessEmpty({
    pieces,
    asked: new Map(last?.codes.map((code, i) => [code, last.as[i] ?? code])),
    bears: new Map(paths.filter(([path, code]) => path !== code && !listed.has(path))),
  });
}

function regionTranslation(rows: readonly ReferenceCells[]): CodeTranslation | undefined {
  const moved = new Map(
    rows.flatMap(({ code = '', reports_as: as = code }) => (as === code ? [] : [[code, as] as const])),
  );
  const pieces = piecesBetween([], [...moved.keys()], (code) => moved.get(code) ?? code);
  return unlessEmpty({ pieces, asked: moved, bears: new Map() });
}
