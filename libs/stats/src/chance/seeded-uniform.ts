import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/** Numbers that are uniform in [0, 1), one a call. */
export type Uniform = () => number;

/**
 * A stream of uniform numbers in (0, 1) that its seed determines: the same seed gives the same stream, everywhere.
 *
 * Units   32 random bits a number, so never 0 and never 1: their logarithms are finite.
 * Edge    any finite number is a seed; its whole part counts, to 32 bits.
 * Source  Blackman & Vigna (2021), xoroshiro128+, ACM Trans. Math. Softw. 47 (as in pure-rand); the seed is spread over
 *         the state by the finaliser of MurmurHash3, so that neighbouring seeds have nothing in common.
 */
export function seededUniform(seed: number): Uniform {
  if (!Number.isFinite(seed)) throw new RangeError(`seededUniform: the seed is ${seed}, but must be a number.`);
  const words = [1, 2, 3, 4].map((index) => spread(Math.trunc(seed) + Math.imul(index, 0x9e3779b9)));
  const generator = xoroshiro128plusFromState(words);
  return () => ((generator.next() >>> 0) + 0.5) / 4294967296;
}

function spread(word: number): number {
  let h = word | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
