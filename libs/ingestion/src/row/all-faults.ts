import type { Fault } from '../check/fault.ts';

/**
 * Everything that is wrong with a row, so that a person mends it in one go: what the profile refused, and what the
 * checks found in the other fields.
 */
export function allFaults(
  mapper: { readonly faults: readonly Fault[] },
  rows: { readonly faults: readonly Fault[] },
): Fault[] {
  const unmapped = new Set(mapper.faults.map(({ field }) => field));
  return [...mapper.faults, ...rows.faults.filter(({ field }) => !unmapped.has(field))];
}
