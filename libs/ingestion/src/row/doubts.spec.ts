import { type CanonicalRecord, type Profile, canonicalFields } from '@tocsin/contracts';
import { describe, expect, it } from 'vitest';
import { personKey } from '../hash/person-key.ts';
import { planFor } from '../profile/plan.ts';
import { canonicalProfile } from '../profile/shipped/canonical.ts';
import { RowReader } from './row-reader.ts';

const knownCodes = { line: ['life', 'life.medical'], organisation: ['hq', 'hq.east'], region: [] as string[] };

function doubtsOf(record: CanonicalRecord, profile: Profile = canonicalProfile, known = knownCodes): string[] {
  const plan = planFor(profile, undefined);
  if ('code' in plan) throw new Error(plan.code);
  const now = Date.parse('2026-03-15T04:00:00Z') / 1000;
  const zone = { timeZone: 'Asia/Shanghai', now, batchId: 'b1', personKey: personKey('a secret of the test') };
  const reader = new RowReader({ profile, plan, ...zone, knownCodes: known });
  const values = canonicalFields.map(({ name }) => record[name] ?? '');
  if (reader.read(values, 7) === undefined) throw new Error(JSON.stringify(reader.faults));
  return reader.doubts.map(({ code, field, expected }) => `${field}: ${code}${expected === '' ? '' : ` ${expected}`}`);
}

const least: CanonicalRecord = { complaint_id: 'C1', received_at: '2026-03-01 09:30:00', source: 'self' };
/** The standard's own example: born on the last day of 1949, which makes 76 in March 2026. */
const identity = '11010519491231002X';

describe('an accepted row', () => {
  it('is not doubted without a reason', () => {
    expect(doubtsOf(least)).toEqual([]);
    const plain = { line: 'life.medical', organisation: 'hq.east', complainant_id_number: identity, age: '76' };
    expect(doubtsOf({ ...least, ...plain, closed_at: '2026-03-02', status: 'closed' })).toEqual([]);
  });

  it('may come from any district of a known province', () => {
    const known = { ...knownCodes, region: ['330000', '330200'] };
    const regions = ['330000', '330212', '330106', '990101'];
    const doubted = regions.filter((region) => doubtsOf({ ...least, region }, canonicalProfile, known).length > 0);
    expect(doubted).toEqual(['990101']);
  });

  it.each<[CanonicalRecord, string]>([
    [{ line: 'property' }, 'line: unknown-code-kept'],
    [{ organisation: 'west' }, 'organisation: not-in-dictionary'],
    [{ narrative: `身份证${identity}` }, 'narrative: id-in-text'],
    [{ complainant_id_number: '110105194912310021' }, 'complainant_id_number: identity-check-digit'],
    [{ complainant_id_number: identity, age: '60' }, 'age: age-contradicts-identity 76'],
    [{ sale_day: '2026-03-02' }, 'sale_day: sold-after-received'],
    [{ closed_at: '2026-03-03', answered_at: '2026-03-05' }, 'answered_at: answered-after-closed'],
    [{ status: 'closed' }, 'status: closed-without-date'],
    [{ status: 'open', closed_at: '2026-03-03' }, 'status: open-with-closing-date'],
    [{ linked_to: 'C1' }, 'linked_to: linked-to-itself'],
    [{ kind: 'chaser' }, 'linked_to: chaser-without-link'],
  ])('with %j is doubted: %s', (more, doubt) => expect(doubtsOf({ ...least, ...more })).toEqual([doubt]));

  it('may use any code below a known one, and any where nothing is known or the profile says so', () => {
    expect(doubtsOf({ ...least, line: 'life.new-kind', region: 'anywhere', product: 'anything' })).toEqual([]);
    const fields = { ...canonicalProfile.fields, line: { column: 'line', otherwise: 'keep' as const } };
    expect(doubtsOf({ ...least, line: 'property' }, { ...canonicalProfile, fields })).toEqual([]);
  });

  it('is doubted for a date whose day and month can be exchanged, unless its column says how it is written', () => {
    const dates: Profile = { ...canonicalProfile, dates: ['M/d/yyyy'] };
    expect(doubtsOf({ ...least, received_at: '2/3/2026' }, dates)).toEqual([
      'received_at: ambiguous-day-month M/d/yyyy',
    ]);
    expect(doubtsOf({ ...least, received_at: '2/2/2026' }, dates)).toEqual([]);
    expect(doubtsOf({ ...least, received_at: '1/13/2026' }, dates)).toEqual([]);
    const fields = { ...dates.fields, received_at: { column: 'received_at', dates: ['M/d/yyyy' as const] } };
    expect(doubtsOf({ ...least, received_at: '2/3/2026' }, { ...dates, fields })).toEqual([]);
  });
});
