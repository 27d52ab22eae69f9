import { RE2JS } from 're2js';

/** A regular expression of a profile, ready to be used on any value. */
export interface Pattern {
  matches(value: string): boolean;
  /** The first group of the first match, or the whole match where the pattern has no group; '' for none. */
  found(value: string): string;
}

/** As much of a value is looked at. */
const MOST_LOOKED_AT = 2000;

/**
 * Compiles a pattern for an engine that never goes back in the text (RE2), so that its time grows with the length of
 * the value and not, as with JavaScript's own, with what a pattern makes of it: people may write patterns freely, and
 * none can bring an import to a stand. Undefined where the engine cannot take it: broken ones, references to groups,
 * looking ahead or behind, more than 1,000 repetitions.
 */
export function compilePattern(text: string): Pattern | undefined {
  let compiled: RE2JS;
  try {
    compiled = RE2JS.compile(text);
  } catch {
    return undefined;
  }
  const seen = (value: string) => (value.length > MOST_LOOKED_AT ? value.slice(0, MOST_LOOKED_AT) : value);
  return {
    matches: (value) => compiled.test(seen(value)),
    found: (value) => {
      const match = compiled.exec(seen(value));
      if (match === null) return '';
      return (match.length > 1 ? match[1] : match[0]) ?? '';
    },
  };
}

/** Like `compilePattern`, for a profile that has been checked. */
export function checkedPattern(text: string): Pattern {
  const pattern = compilePattern(text);
  if (pattern === undefined) throw new Error(`The pattern ${text} was not checked: see profileFaults.`);
  return pattern;
}
