import type { Design } from './design.ts';
import type { RowGroups } from './row-groups.ts';

/**
 * XᵀWX into the lower half of `products` (row-major) and XᵀWz into `sums`, for the weight of each row and that weight times
 * z. Rows of weight 0 have no part in it.
 */
export function crossProducts(
  design: Design,
  weights: Float64Array,
  wanted: Float64Array,
  products: Float64Array,
  sums: Float64Array,
): void {
  products.fill(0);
  sums.fill(0);
  if (design.groups === undefined) byRow(design, weights, wanted, products, sums);
  else byGroup(design.groups, design.columns, weights, wanted, products, sums);
}

/** Xβ of every row into `predictors`. */
export function linearPredictors(design: Design, coefficients: Float64Array, predictors: Float64Array): void {
  const { rows, groups } = design;
  if (groups === undefined) {
    for (let i = 0; i < rows; i += 1) predictors[i] = linearPredictor(design, coefficients, i);
    return;
  }
  const { slopes, starts, ones, x1, x2, x3 } = groups;
  const [b1 = 0, b2 = 0, b3 = 0] = Array.from(slopes, (column) => coefficients[column] ?? 0);
  ones.forEach((columns, g) => {
    let level = 0;
    for (const column of columns) level += coefficients[column] ?? 0;
    const end = starts[g + 1] ?? 0;
    for (let place = starts[g] ?? 0; place < end; place += 1) {
      const i = groups.rows[place] ?? 0;
      predictors[i] = level + b1 * (x1[i] ?? 0) + b2 * (x2[i] ?? 0) + b3 * (x3[i] ?? 0);
    }
  });
}

/** xᵀβ of row i. */
function linearPredictor({ starts, entries, values }: Design, coefficients: Float64Array, i: number): number {
  let sum = 0;
  const end = starts[i + 1] ?? 0;
  for (let a = starts[i] ?? 0; a < end; a += 1) sum += (values[a] ?? 0) * (coefficients[entries[a] ?? 0] ?? 0);
  return sum;
}

/** xᵀMx of row i, for a symmetric row-major matrix. */
export function quadraticForm({ starts, entries, values, columns }: Design, matrix: Float64Array, i: number): number {
  let sum = 0;
  const end = starts[i + 1] ?? 0;
  for (let a = starts[i] ?? 0; a < end; a += 1) {
    const row = (entries[a] ?? 0) * columns;
    const value = values[a] ?? 0;
    for (let b = starts[i] ?? 0; b < end; b += 1) {
      sum += value * (values[b] ?? 0) * (matrix[row + (entries[b] ?? 0)] ?? 0);
    }
  }
  return sum;
}

function byRow(
  { rows, columns, starts, entries, values }: Design,
  weights: Float64Array,
  wanted: Float64Array,
  products: Float64Array,
  sums: Float64Array,
): void {
  for (let i = 0; i < rows; i += 1) {
    const weight = weights[i] ?? 0;
    if (weight === 0) continue;
    const first = starts[i] ?? 0;
    const end = starts[i + 1] ?? 0;
    for (let a = first; a < end; a += 1) {
      const column = entries[a] ?? 0;
      const value = values[a] ?? 0;
      sums[column] = (sums[column] ?? 0) + value * (wanted[i] ?? 0);
      const row = column * columns;
      for (let b = first; b <= a; b += 1) {
        const cell = row + (entries[b] ?? 0);
        products[cell] = (products[cell] ?? 0) + value * weight * (values[b] ?? 0);
      }
    }
  }
}

/** Of one group: Σw(1, x)(1, x)ᵀ as w, w1, w11, w2, w12, w22, w3, w13, w23, w33, then Σwz(1, x). */
type GroupSums = Float64Array;
const TARGETS = 10;

function byGroup(
  groups: RowGroups,
  columns: number,
  weights: Float64Array,
  wanted: Float64Array,
  products: Float64Array,
  sums: Float64Array,
): void {
  const { ones, slopes } = groups;
  const of: GroupSums = new Float64Array(TARGETS + 4);
  const add = (one: number, other: number, value: number) => {
    const cell = Math.max(one, other) * columns + Math.min(one, other);
    products[cell] = (products[cell] ?? 0) + value;
  };
  ones.forEach((group, g) => {
    addUp(groups, g, weights, wanted, of);
    group.forEach((column, k) => {
      sums[column] = (sums[column] ?? 0) + (of[TARGETS] ?? 0);
      for (let other = 0; other <= k; other += 1) add(column, group[other] ?? 0, of[0] ?? 0);
    });
    slopes.forEach((slope, k) => {
      const row = ((k + 1) * (k + 2)) / 2;
      sums[slope] = (sums[slope] ?? 0) + (of[TARGETS + 1 + k] ?? 0);
      for (const column of group) add(slope, column, of[row] ?? 0);
      for (let other = 0; other <= k; other += 1) add(slope, slopes[other] ?? 0, of[row + 1 + other] ?? 0);
    });
  });
}

/** One pass over the rows of group g. */
function addUp(
  { rows, starts, x1, x2, x3 }: RowGroups,
  g: number,
  weights: Float64Array,
  wanted: Float64Array,
  into: GroupSums,
): void {
  // Separate variables stay in registers; an array of them would be read and written for every row.
  let w = 0;
  let w1 = 0;
  let w11 = 0;
  let w2 = 0;
  let w12 = 0;
  let w22 = 0;
  let w3 = 0;
  let w13 = 0;
  let w23 = 0;
  let w33 = 0;
  let z = 0;
  let z1 = 0;
  let z2 = 0;
  let z3 = 0;
  const end = starts[g + 1] ?? 0;
  for (let place = starts[g] ?? 0; place < end; place += 1) {
    const i = rows[place] ?? 0;
    const weight = weights[i] ?? 0;
    if (weight === 0) continue;
    const a = x1[i] ?? 0;
    const b = x2[i] ?? 0;
    const c = x3[i] ?? 0;
    const target = wanted[i] ?? 0;
    w += weight;
    w1 += weight * a;
    w11 += weight * a * a;
    w2 += weight * b;
    w12 += weight * a * b;
    w22 += weight * b * b;
    w3 += weight * c;
    w13 += weight * a * c;
    w23 += weight * b * c;
    w33 += weight * c * c;
    z += target;
    z1 += target * a;
    z2 += target * b;
    z3 += target * c;
  }
  into.set([w, w1, w11, w2, w12, w22, w3, w13, w23, w33, z, z1, z2, z3]);
}
