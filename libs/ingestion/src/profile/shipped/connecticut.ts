import { Profile } from '@tocsin/contracts';

/**
 * Closed complaints of the Connecticut Insurance Department. A complaint has a row for each company, coverage, reason
 * and disposition, so rows are not complaints: the file this profile was made from (2026-11) has 15,153 of them for
 * 4,189 complaints. Rows that agree in `file_no` are one; where they differ the first that says something counts, the
 * recovery is the largest (it is repeated, not divided), and dispositions and conclusions are listed.
 */
export const connecticutProfile: Profile = Profile.parse({
  name: 'connecticut',
  label: { zh: '康涅狄格州保险局（公开数据）', en: 'Connecticut Insurance Department (open data)' },
  dates: ['yyyy-MM-dd', 'yyyy-MM-ddTHH:mm:ss', 'M/d/yyyy'],
  fields: {
    complaint_id: { column: 'file_no' },
    received_at: { column: 'opened', gather: 'least' },
    closed_at: { column: 'closed', gather: 'greatest' },
    organisation: { column: 'company' },
    line: { column: 'coverage' },
    product: { column: 'subcoverage' },
    reason: { column: 'reason', more: ['subreason'], joiner: '.' },
    outcome: {
      column: 'disposition_bucket',
      values: { against_insurer: 'upheld', for_insurer: 'rejected', ambiguous: 'partly' },
    },
    narrative: { column: 'disposition', more: ['conclusion'], joiner: '; ', gather: 'join' },
    compensation: { column: 'recovery', gather: 'greatest' },
    status: { column: 'status', values: { Closed: 'closed', Open: 'open' }, otherwise: 'refuse' },
  },
  constants: { source: 'regulator', kind: 'complaint' },
  grain: { by: ['file_no'] },
  ignored: ['year_closed', 'is_against_insurer', 'is_for_insurer', 'is_ambiguous'],
});
