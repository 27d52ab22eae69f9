import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

/** Murmur3's finaliser: every input bit reaches every output bit. */
function mix(word: number): number {
  let h = word | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/**
 * A stream of chance. Two streams with other (seed, topic, index) are independent, so any one complaint can be made
 * again without making those before it: that is what keeps memory constant.
 */
export class Chance {
  private readonly generator: RandomGenerator;

  constructor(seed: number, topic: number, index = 0) {
    const a = mix(seed + 0x9e3779b9);
    const b = mix(a ^ Math.imul(topic + 1, 0x85ebca77));
    const c = mix(b ^ Math.imul(index + 1, 0x27d4eb2f));
    this.generator = xoroshiro128plusFromState([c, mix(c + 1), mix(c ^ b), mix(c + a) | 1]);
  }

  /** Uniform in [0, 1), 32 bits. */
  float(): number {
    return (this.generator.next() >>> 0) / 4294967296;
  }

  /** A whole number, 0 ≤ n < `limit`. */
  below(limit: number): number {
    return Math.floor(this.float() * limit);
  }

  /** A whole number, `from` ≤ n ≤ `to`. */
  between(from: number, to: number): number {
    return from + this.below(to - from + 1);
  }

  chance(probability: number): boolean {
    return this.float() < probability;
  }

  pick<T>(values: readonly T[]): T {
    return values[this.below(values.length)] as T;
  }

  /** Standard normal (Box and Muller). */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.float())) * Math.cos(2 * Math.PI * this.float());
  }

  /** exp(N(ln median, sigma)). */
  logNormal(median: number, sigma: number): number {
    return median * Math.exp(sigma * this.normal());
  }

  exponential(mean: number): number {
    return -mean * Math.log(1 - this.float());
  }

  /** Poisson count: exact by multiplication below 30, rounded normal above (the error is far below the noise). */
  poisson(mean: number): number {
    if (mean > 30) return Math.max(0, Math.round(mean + Math.sqrt(mean) * this.normal()));
    const floor = Math.exp(-mean);
    let count = 0;
    for (let product = this.float(); product > floor; product *= this.float()) count += 1;
    return count;
  }
}
