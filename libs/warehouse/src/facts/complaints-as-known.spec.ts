import { ComplaintFilter } from '@tocsin/contracts';
import { startEngine } from '@tocsin/engine';
import { beforeAll, describe, expect, it } from 'vitest';
import { casesAsKnown } from '../queries/cases-as-known.query.ts';
import { dueByOrganisation } from '../queries/due-by-organisation.query.ts';
import { peopleByPlace } from '../queries/people-by-place.query.ts';
import { repeatedSubjects } from '../queries/repeated-subjects.query.ts';
import { watchedCases } from '../queries/watched-cases.query.ts';
import { importRecord } from '../testing/import-record.ts';
import { onEngine } from '../testing/on-engine.ts';
import { type VersionRow, putVersions, seconds } from '../testing/version-row.ts';
import { applyBatch } from '../writes/apply-batch.ts';
import { discardBatch } from '../writes/discard-batch.ts';
import { eraseComplaints } from '../writes/erase-complaints.ts';
import { saveImport } from '../writes/save-import.ts';
import type { AsKnown } from './complaints-as-known.ts';
import { wholeCompany } from './scope.ts';

const engine = onEngine(startEngine);

async function importAt(id: string, at: string, rows: readonly VersionRow[]): Promise<void> {
  await putVersions(engine.warehouse, id, rows);
  await applyBatch(engine.warehouse, id);
  await saveImport(engine.warehouse, importRecord({ id, feed: '', state: 'done', finishedAt: instantOf(at) }));
}

const instantOf = (local: string) => new Date(seconds(local) * 1000).toISOString();

/** An open complaint of several people, of an agent and a region. */
const of = (complaint_id: string, version: number, day: string, more: Partial<VersionRow> = {}): VersionRow => ({
  ...{ complaint_id, version, received_at: seconds(`${day} 12:00`), report_region: 'x', organisation: 'hq.a' },
  ...{ group_size: 6, agent: 'a1', status: 'open', complainant_key: `p-${complaint_id}`, due_by: 'source' },
  ...more,
});
const CLOSED = { status: 'closed', closed_at: seconds('2026-03-04 10:00') };

beforeAll(async () => {
  await importAt('one', '2026-03-03 08:00', [
    of('A', 1, '2026-03-02', { due_on: '2026-03-10' }),
    of('B', 1, '2026-03-02', { group_size: 1, due_by: 'rules', due_on: '2026-03-17' }),
    of('C', 1, '2026-03-02', { due_on: '2026-03-12' }),
  ]);
  // A is closed; B turns out to be of January; C has another agent, and of its people there are fewer.
  await importAt('two', '2026-03-05 08:00', [
    of('A', 2, '2026-03-02', { ...CLOSED, due_on: '2026-03-10' }),
    of('B', 2, '2026-01-10', { group_size: 9 }),
    of('C', 2, '2026-03-02', { agent: 'a2', group_size: 2 }),
  ]);
  await importAt('wrong', '2026-03-06 08:00', [of('W', 1, '2026-03-05', { outlet: 'o1' })]);
  await discardBatch(engine.warehouse, 'wrong', { withdrawnAt: new Date(instantOf('2026-03-07 09:30')) });
  const finishedAt = instantOf('2026-03-06 08:00');
  await saveImport(engine.warehouse, importRecord({ id: 'wrong', feed: '', state: 'withdrawn', finishedAt }));
});

const known = (local: string, more: Partial<AsKnown> = {}): AsKnown => ({
  ...{ at: seconds(local), history: [], roundTo: 1 },
  ...more,
});
const filter = ComplaintFilter.parse({ from: '2026-03-01', until: '2026-03-10', basis: 'company' });
const march = { filter, scope: wholeCompany };
const open = { asOf: '2026-03-05', due: { kind: 'any' } } as const;

/** The open complaints of five people or more that were known at a moment. */
const crowds = async (asKnown?: AsKnown) =>
  (await engine.warehouse.rows(watchedCases({ ...march, open, people: 5, limit: 10, asKnown }))).map(({ id }) => id);

describe('complaints as they were known at a moment', () => {
  it.each([
    ['before anything came', '2026-03-03 07:59', []],
    ['as the first file had them', '2026-03-03 08:00', ['A', 'C']],
    ['until they were closed, moved out of the period and corrected', '2026-03-05 08:00', []],
    ['with a file that was withdrawn later', '2026-03-07 09:29', ['W']],
    ['without it from then on', '2026-03-07 09:30', []],
  ])('%s', async (_, at, ids) => expect(await crowds(known(at))).toEqual(ids));

  it('are those of the present, asked as of the present', async () => {
    const now = known('2026-03-08 00:00');
    for (const asKnown of [undefined, now]) {
      const asked = { ...march, asKnown };
      expect(await crowds(asKnown)).toEqual([]);
      expect(await engine.warehouse.rows(peopleByPlace({ ...asked, place: 'region', people: 2 }))).toEqual([
        { place: 'x', region: 'x', people: 8, cases: 2 },
      ]);
      const subjects = { subject: 'agent', perRegion: false, since: '2026-03-01', cases: 1 } as const;
      expect(
        (await engine.warehouse.rows(repeatedSubjects({ ...asked, ...subjects }))).map((one) => one.subject),
      ).toEqual(['a1', 'a2']);
    }
  });

  it('of a file of history count from the midnight after they were received', async () => {
    const history = ['one', 'two'];
    expect(await crowds(known('2026-03-02 23:59', { history }))).toEqual([]);
    // B is of January in that file, and A was closed later than on the day that is asked about.
    const asOf = { asOf: '2026-03-03', due: { kind: 'any' } } as const;
    const found = await engine.warehouse.rows(
      watchedCases({ ...march, open: asOf, people: 5, limit: 10, asKnown: known('2026-03-03 00:00', { history }) }),
    );
    expect(found.map(({ id }) => id)).toEqual(['A']);
  });
});

describe('due days as they were counted then', () => {
  const dueDays = {
    byReceipt: [{ receivedOn: '2026-03-02', dueOn: '2026-03-14' }],
    byCase: [{ id: 'C', dueOn: null }],
  };
  const due = async (asKnown: AsKnown) =>
    (
      await engine.warehouse.rows(
        dueByOrganisation({
          ...{ ...march, whenever: true, level: 1, asKnown },
          open: { asOf: '2026-03-03', due: { kind: 'between', from: '2026-03-03', until: '2026-03-20' } },
        }),
      )
    ).map(({ dueOn, cases }) => `${dueOn}: ${cases}`);

  it('stand in place of those that versions came with, where rules and events say them', async () => {
    const at = '2026-03-04 00:00';
    expect(await due(known(at))).toEqual(['2026-03-10: 1', '2026-03-12: 1', '2026-03-17: 1']);
    expect(await due(known(at, { dueDays }))).toEqual(['2026-03-10: 1', '2026-03-14: 1']);
  });

  it('are counted from how a complaint stood', async () => {
    const asked = (at: string) => engine.warehouse.rows(casesAsKnown(['A'], known(at)));
    const version = {
      id: 'A',
      receivedOn: '2026-03-02',
      isWithdrawn: false,
      versionDue: '2026-03-10',
      versionBy: 'source',
    };
    expect(await asked('2026-03-04 00:00')).toEqual([{ ...version, closedOn: null }]);
    expect(await asked('2026-03-06 00:00')).toEqual([{ ...version, closedOn: '2026-03-04' }]);
  });
});

it('is nothing that a part of the company may be asked about', () => {
  const scope = { organisations: ['hq.a'] };
  expect(() => watchedCases({ ...march, scope, limit: 1, asKnown: known('2026-03-04 00:00') })).toThrow(RangeError);
});

it('holds nothing of a person who was erased', async () => {
  expect(await crowds(known('2026-03-06 09:00'))).toEqual(['W']);
  await eraseComplaints(engine.warehouse, { actionId: 'a', key: 'p-W', complaint: '' }, (id) => id);
  expect(await crowds(known('2026-03-06 09:00'))).toEqual([]);
});
