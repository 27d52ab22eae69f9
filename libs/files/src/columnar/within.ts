/** A strict reader hands out some thousand rows in milliseconds; one that says nothing for so long has lost its way. */
const LOST_AFTER_MS = 10_000;

/**
 * The answer of the strict reader, or a RangeError when none comes: at some damage its thread of work ends without a word,
 * and whoever waits would wait for ever.
 */
export async function within<Answer>(answer: Promise<Answer>): Promise<Answer> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const lost = new Promise<never>((_, failed) => {
    timer = setTimeout(() => failed(new RangeError('no answer')), LOST_AFTER_MS);
  });
  try {
    return await Promise.race([answer, lost]);
  } finally {
    clearTimeout(timer);
  }
}
