/** A column that the columns before it explain to this share has no coefficient of its own. */
const ALIASED = 1e-11;

/**
 * Splits a symmetric matrix into L·Lᵀ, in place in its lower half; answers the rank.
 *
 * Shape   row-major, `size` × `size`; only the lower half is read and written.
 * Edge    a column that depends on those before it gets a diagonal of 0 and is left out by what follows.
 * Source  Golub & Van Loan, Matrix Computations, algorithm 4.2.1.
 */
export function choleskyInPlace(matrix: Float64Array, size: number): number {
  let rank = 0;
  for (let j = 0; j < size; j += 1) {
    const row = j * size;
    const whole = matrix[row + j] ?? 0;
    let rest = whole;
    for (let k = 0; k < j; k += 1) rest -= (matrix[row + k] ?? 0) ** 2;
    const isAliased = !(rest > ALIASED * whole);
    const pivot = isAliased ? 0 : Math.sqrt(rest);
    matrix[row + j] = pivot;
    if (!isAliased) rank += 1;
    for (let i = j + 1; i < size; i += 1) {
      const below = i * size;
      if (isAliased) {
        matrix[below + j] = 0;
        continue;
      }
      let sum = matrix[below + j] ?? 0;
      for (let k = 0; k < j; k += 1) sum -= (matrix[below + k] ?? 0) * (matrix[row + k] ?? 0);
      matrix[below + j] = sum / pivot;
    }
  }
  return rank;
}

/** Solves L·Lᵀ·x = b for the factor of `choleskyInPlace`; b becomes x. Left-out columns get 0. */
export function solveInPlace(factor: Float64Array, size: number, b: Float64Array): void {
  for (let i = 0; i < size; i += 1) {
    const pivot = factor[i * size + i] ?? 0;
    let sum = b[i] ?? 0;
    for (let k = 0; k < i; k += 1) sum -= (factor[i * size + k] ?? 0) * (b[k] ?? 0);
    b[i] = pivot === 0 ? 0 : sum / pivot;
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    const pivot = factor[i * size + i] ?? 0;
    let sum = b[i] ?? 0;
    for (let k = i + 1; k < size; k += 1) sum -= (factor[k * size + i] ?? 0) * (b[k] ?? 0);
    b[i] = pivot === 0 ? 0 : sum / pivot;
  }
}

/** The inverse of L·Lᵀ into `inverse` (row-major, both halves). Rows and columns of left-out columns are 0. */
export function invertFactor(factor: Float64Array, size: number, inverse: Float64Array, column: Float64Array): void {
  for (let j = 0; j < size; j += 1) {
    column.fill(0);
    if (factor[j * size + j] !== 0) column[j] = 1;
    solveInPlace(factor, size, column);
    for (let i = 0; i < size; i += 1) inverse[i * size + j] = column[i] ?? 0;
  }
}
