import { Profile } from '@tocsin/contracts';

/**
 * Closed complaints of the Texas Department of Insurance, as its open data portal exports them. One row is one
 * complaint: `complaint_number` is unique in all 56,264 rows of the file this profile was made from (2026-11).
 * Coverages stay as the source names them; there is no region. Days, not moments: they are read in the product's zone.
 */
export const texasProfile: Profile = Profile.parse({
  name: 'texas',
  label: { zh: '得克萨斯州保险局（公开数据）', en: 'Texas Department of Insurance (open data)' },
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
