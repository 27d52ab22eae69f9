import { type CanonicalFieldName, canonicalFields } from '@tocsin/contracts';
import { type FieldSource, Profile } from '@tocsin/contracts';

const sameName: Partial<Record<CanonicalFieldName, FieldSource>> = Object.fromEntries(
  canonicalFields.map(({ name }) => [name, { column: name }]),
);

/** Columns are named as the canonical fields are; only the required ones must be there, in any order. */
export const canonicalProfile: Profile = Profile.parse({
  name: 'canonical',
  label: { zh: '标准格式', en: 'Canonical' },
  dates: ['yyyy-MM-dd', 'yyyy-MM-dd HH:mm:ss', 'iso', 'yyyy-MM-dd HH:mm', 'yyyy-MM-ddTHH:mm:ss'],
  fields: sameName,
});

/**
 * Closed complaints of the Texas Department of Insurance, as its open data portal exports them. One row is one
 * complaint: `complaint_number` is unique in all 56,264 rows of the file this profile was made from (2026-11).
 * Coverages stay as the source names them; there is no region. Days, not moments: they are read in the product's zone.
 */
export const texasProfile: Profile = Profile.parse({
  name: 'texas',
  label: { zh: '得克萨斯州保险局(公开数据)', en: 'Texas Department of Insurance (open data)' },
  dates: ['yyyy-MM-dd'],
  fields: {
    complaint_id: { column: 'complaint_number' },
    received_at: { column: 'received_date' },
    closed_at: { column: 'closed_date' },
    line: { column: 'coverage_type' },
    product: { column: 'coverage_level' },
    outcome: { column: 'finding_type', values: { Confirmed: 'upheld', 'Not Confirmed': 'rejected' } },
    complainant_kind: {
      column: 'complaint_filed_by',
      values: { Insured: 'holder', Attorney: 'lawyer', Relative: 'family', Beneficiary: 'heir' },
    },
    narrative: { column: 'keywords' },
  },
  constants: { source: 'regulator', kind: 'complaint', status: 'closed' },
  ignored: ['year_closed', 'complainant_type', 'involved_party_type', 'complaint_type', 'is_confirmed'],
});

export const shippedProfiles: readonly Profile[] = [canonicalProfile, texasProfile];

/** The shipped profile of that name, if there is one. */
export function shippedProfile(name: string): Profile | undefined {
  return shippedProfiles.find((profile) => profile.name === name);
}
