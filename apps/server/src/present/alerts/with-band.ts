import type { GetAlertReply } from '@tocsin/contracts';
import type { Signal } from '@tocsin/warehouse';

interface Counted {
  readonly at: string;
  readonly value: number | null;
  readonly complete: number;
}

/**
 * One point per bucket: what is counted today, and the band where a detector judged the bucket. A bucket that nobody
 * judged has no expectation; it is not drawn as if it were normal.
 */
export function withBand(counted: readonly Counted[], judged: readonly Signal[]): GetAlertReply['series'] {
  const verdicts = new Map(judged.map((signal) => [signal.bucket, signal]));
  return counted.map(({ at, value, complete }) => {
    const { expected = null, upper = null, pValue = null, score = null, note = null, verdict } = verdicts.get(at) ?? {};
    return {
      at,
      observed: value,
      expected,
      upper,
      pValue,
      score,
      verdict: verdict ?? (value === null ? 'no-data' : 'too-little-history'),
      note,
      complete: complete !== 0,
    };
  });
}
