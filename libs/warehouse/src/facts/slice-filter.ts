import { type Basis, type Dimension, dimensions, keptAndExcluded, treeDimensions } from '@tocsin/contracts';
import { type Sql, sql } from '../sql/sql.ts';
import { complaintColumn } from './columns.ts';
import { inList, inTree } from './in-tree.ts';
import { bind } from '../sql/bind.ts';

/** Which complaints, whatever their day: a contract's `ComplaintFilter` or a rule's `where` with its basis. */
export type SliceFilter = Readonly<Partial<Record<Dimension, readonly string[]>>> & { readonly basis: Basis };

/** The dimensions that the filter asks about, `source` for the regulator's basis included. */
export const filteredDimensions = (filter: SliceFilter): Dimension[] =>
  dimensions.filter(
    (dimension) => asked(filter, dimension).length > 0 || (dimension === 'source' && filter.basis === 'regulator'),
  );

/** The dimensions of which the filter leaves something out. */
export const excludedDimensions = (filter: SliceFilter): Dimension[] =>
  dimensions.filter((dimension) => keptAndExcluded(asked(filter, dimension)).excluded.length > 0);

const asked = (filter: SliceFilter, dimension: Dimension): readonly string[] => filter[dimension] ?? [];

/**
 * The filter as conditions on the columns that `column` names, for the dimensions in `only`. Values of one dimension
 * are alternatives, and what is left out goes whatever else is kept; tree codes mean what lies below them too; the
 * regulator's basis keeps what the regulator forwarded.
 */
export function sliceConditions(
  filter: SliceFilter,
  column: (dimension: Dimension) => Sql,
  only: readonly Dimension[] = dimensions,
): Sql[] {
  const conditions = only
    .filter((dimension) => asked(filter, dimension).length > 0)
    .flatMap((dimension) => {
      const isAny = treeDimensions.includes(dimension) ? inTree : inList;
      const { kept, excluded } = keptAndExcluded(asked(filter, dimension));
      return [
        ...(kept.length === 0 ? [] : [isAny(column(dimension), kept)]),
        ...(excluded.length === 0 ? [] : [sql`NOT ${isAny(column(dimension), excluded)}`]),
      ];
    });
  if (filter.basis === 'regulator' && only.includes('source')) conditions.push(sql`source = 'regulator'`);
  return conditions;
}

/** The filter as conditions on rows of `complaint`: one that has any of the special groups asked for is there once. */
export function complaintConditions(filter: SliceFilter): Sql[] {
  const { kept, excluded } = keptAndExcluded(asked(filter, 'special_group'));
  const hasAny = (groups: readonly string[]) =>
    sql`hasAny(if(empty(special_groups), [''], special_groups), ${bind(groups, 'Array(String)')})`;
  return [
    ...sliceConditions(
      filter,
      complaintColumn,
      dimensions.filter((dimension) => dimension !== 'special_group'),
    ),
    ...(kept.length === 0 ? [] : [hasAny(kept)]),
    ...(excluded.length === 0 ? [] : [sql`NOT ${hasAny(excluded)}`]),
  ];
}
