import { createHash } from 'node:crypto';
import type { ScanFigures } from './scan-places.ts';

/** A seed made of what is asked: whoever asks the same, and however often, gets the same p. */
export const seedOf = (parts: readonly unknown[]): number =>
  createHash('sha256').update(JSON.stringify(parts)).digest().readUInt32BE(0);

/** Changes whenever a scan of these figures might. */
export function figuresPrint({ rows, exposure, events, ...rest }: ScanFigures): string {
  const hash = createHash('sha256').update(
    JSON.stringify([rest.days, rest.firstDay, rest.holidays, rest.coverage.company, rest.coverage.wholeUntil]),
  );
  hash.update(JSON.stringify([[...rest.coverage.byRegion], [...(exposure ?? [])], events]));
  for (const { codes, days, counts } of rows)
    hash.update(codes.join('\u0000')).update(Uint32Array.from(days)).update(Uint32Array.from(counts));
  return hash.digest('base64url');
}
