import { type Dimension, type MeasureId, dimensions, excluding, measureIds } from '@tocsin/contracts';
import type { FullRecord } from '@tocsin/synthetic';
import fc from 'fast-check';
import { type Grain, plus } from './plain-days.ts';
import type { Filter, Split } from './raw-truth.ts';
import { codesOf } from './slow-figures.ts';

export interface Question {
  readonly form: 'series' | 'breakdown' | 'heat-map';
  readonly measure: MeasureId;
  readonly filter: Filter;
  readonly from: string;
  readonly until: string;
  readonly by: Grain;
  readonly split: Split | undefined;
  readonly across: Split;
  readonly compare: 'year' | 'period' | undefined;
}

const level = fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined });
const splitBy = (from: readonly Dimension[]): fc.Arbitrary<Split> =>
  fc.record({ dimension: fc.constantFrom(...from), level });

/** One or two values of a row's own, kept or left out; trees are sometimes asked about higher up. */
function lists(rows: readonly FullRecord[]): fc.Arbitrary<Partial<Record<Dimension, string[]>>> {
  const some = fc
    .tuple(fc.constantFrom(...dimensions), fc.nat(rows.length - 1), fc.integer({ min: 1, max: 3 }), fc.boolean())
    .map(([dimension, index, depth, isOut]): [Dimension, string] => {
      const row = rows[index] as FullRecord;
      const code = codesOf(row, dimension, depth)[0] ?? '';
      return [dimension, isOut ? excluding(code) : code];
    });
  return fc.array(some, { maxLength: 3 }).map((pairs) => {
    const found: Partial<Record<Dimension, string[]>> = {};
    for (const [dimension, value] of pairs)
      if (value !== '') found[dimension] = [...new Set([...(found[dimension] ?? []), value])];
    return found;
  });
}

/** Questions as people and scripts ask them: any measure, any split, any period, any filter. */
export function questions(rows: readonly FullRecord[], first: string, days: number): fc.Arbitrary<Question> {
  const period = fc
    .tuple(fc.integer({ min: -40, max: days }), fc.integer({ min: 1, max: 400 }), fc.boolean())
    .map(([start, length, isWhole]) => {
      const [from, until] = [plus(first, start), plus(first, start + length)];
      if (!isWhole || from.slice(0, 7) === until.slice(0, 7)) return { from, until };
      return { from: `${from.slice(0, 7)}-01`, until: `${until.slice(0, 7)}-01` };
    });
  return fc
    .record({
      form: fc.constantFrom('series' as const, 'series' as const, 'breakdown' as const, 'heat-map' as const),
      measure: fc.constantFrom(...measureIds),
      basis: fc.constantFrom('company' as const, 'regulator' as const),
      lists: lists(rows),
      period,
      by: fc.constantFrom<Grain>('day', 'week', 'month', 'quarter', 'year'),
      split: fc.option(splitBy(dimensions), { nil: undefined }),
      across: splitBy(dimensions),
      compare: fc.constantFrom(undefined, 'year' as const, 'period' as const),
    })
    .filter(({ form, split, across }) => form !== 'heat-map' || (split?.dimension ?? 'line') !== across.dimension)
    .map(({ basis, lists: asked, period: { from, until }, ...rest }) => ({
      ...rest,
      ...{ from, until, filter: { ...asked, basis } },
    }));
}
