import { type Basis, type Dimension, dimensions, treeDimensions } from '@tocsin/contracts';
import { type Sql, sql } from '../sql/sql.ts';
import { inList, inTree } from './in-tree.ts';

/** Which complaints, whatever their day: a contract's `ComplaintFilter` or a rule's `where` with its basis. */
export type SliceFilter = Readonly<Partial<Record<Dimension, readonly string[]>>> & { readonly basis: Basis };

/** The dimensions that the filter asks about, `source` for the regulator's basis included. */
export const filteredDimensions = (filter: SliceFilter): Dimension[] =>
  dimensions.filter(
    (dimension) => asked(filter, dimension).length > 0 || (dimension === 'source' && filter.basis === 'regulator'),
  );

const asked = (filter: SliceFilter, dimension: Dimension): readonly string[] => filter[dimension] ?? [];

/**
 * The filter as conditions on the columns that `column` names, for the dimensions in `only`. Values of one dimension
 * are alternatives; tree codes keep what lies below them; the regulator's basis keeps what the regulator forwarded.
 */
export function sliceConditions(
  filter: SliceFilter,
  column: (dimension: Dimension) => Sql,
  only: readonly Dimension[] = dimensions,
): Sql[] {
  const conditions = only
    .filter((dimension) => asked(filter, dimension).length > 0)
    .map((dimension) => {
      const keep = treeDimensions.includes(dimension) ? inTree : inList;
      return keep(column(dimension), asked(filter, dimension));
    });
  if (filter.basis === 'regulator' && only.includes('source')) conditions.push(sql`source = 'regulator'`);
  return conditions;
}
