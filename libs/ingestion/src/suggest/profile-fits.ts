import { type Profile, canonicalFields } from '@tocsin/contracts';
import { planFor } from '../profile/plan.ts';
import { RecordMapper } from '../profile/record-mapper.ts';
import type { RowOptions } from '../row/row-options.ts';
import { RowReader } from '../row/row-reader.ts';

export interface ProfileFit {
  readonly profile: Profile;
  /** Share of the sampled records that the profile would take; columns that it does not know count against it. */
  readonly share: number;
}

/** As many records tell whether a profile fits. */
const LOOKED_AT = 200;

/**
 * Stored profiles that a table fits, best first; of equal ones the profile that uses more of the columns. A profile whose
 * required columns are missing does not fit at all.
 */
export function profileFits(
  profiles: readonly Profile[],
  columns: readonly string[],
  records: readonly (readonly string[])[],
  options: Omit<RowOptions, 'profile' | 'plan'>,
): ProfileFit[] {
  const fits = profiles.flatMap((profile) => {
    const plan = planFor({ ...profile, otherColumns: 'ignore' }, columns);
    if ('code' in plan) return [];
    const known = planFor(profile, columns);
    const unknown = 'code' in known && known.code === 'column-unknown' ? known.columns.length : 0;
    const used = new Set(plan.cellOf.filter((place) => place >= 0)).size;
    const taken = takenShare(profile, records, { ...options, profile, plan });
    return [{ profile, used, share: taken * (1 - unknown / columns.length) }];
  });
  return fits
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share || b.used - a.used)
    .map(({ profile, share }) => ({ profile, share: Math.round(share * 100) / 100 }));
}

function takenShare(profile: Profile, records: readonly (readonly string[])[], options: RowOptions): number {
  const mapper = new RecordMapper(profile, options.plan, options.personKey);
  const reader = new RowReader(options);
  const values = canonicalFields.map(() => '');
  const sample = records.slice(0, LOOKED_AT);
  const taken = sample.filter((cells, row) => {
    mapper.map(cells, values);
    return reader.read(values, row + 1) !== undefined && mapper.faults.length === 0;
  });
  return sample.length === 0 ? 1 : taken.length / sample.length;
}
