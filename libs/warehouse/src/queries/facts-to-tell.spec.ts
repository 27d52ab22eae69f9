import { ComplaintFilter } from '@tocsin/contracts';
import { startEngine } from '@tocsin/engine';
import { beforeAll, describe, expect, it } from 'vitest';
import { wholeCompany } from '../facts/scope.ts';
import { importRecord } from '../testing/import-record.ts';
import { onEngine } from '../testing/on-engine.ts';
import { cellsOf } from '../testing/put-reference.ts';
import { type VersionRow, putVersions, seconds } from '../testing/version-row.ts';
import { applyBatch } from '../writes/apply-batch.ts';
import { saveImport } from '../writes/save-import.ts';
import { dueByOrganisation } from './due-by-organisation.query.ts';
import { peopleByPlace } from './people-by-place.query.ts';
import { repeatedSubjects } from './repeated-subjects.query.ts';
import { watchedCases } from './watched-cases.query.ts';

const engine = onEngine(startEngine);
const scope = wholeCompany;
const east = { organisations: ['hq.east'] };
const filter = ComplaintFilter.parse({ from: '2026-03-01', until: '2026-04-01' });
const open = (until: string) => ({ asOf: '2026-03-15', due: { kind: 'between', until } }) as const;

beforeAll(async () => {
  const { warehouse } = engine;
  const rows = cellsOf(`
    complaint_id day        organisation status region people due        agent product
    A-1          2026-03-02 hq.east.a    open   340104 1      2026-03-10 x     P1
    A-2          2026-03-12 hq.east.b    open   340105 20     2026-03-16 x     P1
    A-3          2026-03-12 hq.east.b    closed 340105 6      2026-03-16 x     P2
    B-1          2026-03-13 hq.north     open   340104 5      2026-03-20 y     P1
    B-2          2026-03-14 hq.north     open   110105 1      -          -     P1`);
  await putVersions(
    warehouse,
    'one',
    rows.map(
      ({ complaint_id = '', day = '', people, due = '-', agent = '-', region = '', status, ...rest }): VersionRow => ({
        ...rest,
        ...{ complaint_id, region, report_region: `${region.slice(0, 2)}0000`, kind: 'complaint', status },
        ...{ group_size: Number(people), agent: agent === '-' ? '' : agent, version: 5 * 2 ** 32 },
        received_at: seconds(`${day} 10:00`),
        due_on: due === '-' ? null : due,
        closed_at: status === 'closed' ? seconds('2026-03-13 10:00') : null,
      }),
    ),
  );
  await saveImport(warehouse, importRecord({ id: 'one' }));
  await applyBatch(warehouse, 'one');
});

describe('complaints watched one by one', () => {
  it('are those that so many people brought and that are open', async () => {
    const asked = { filter, scope, people: 5, limit: 10, open: { asOf: '2026-03-15', due: { kind: 'any' } } } as const;
    expect(await engine.warehouse.rows(watchedCases(asked))).toEqual([
      {
        ...{ id: 'A-2', receivedOn: '2026-03-12', dueOn: '2026-03-16' },
        organisation: 'hq.east.b',
        region: '340000',
        people: 20,
      },
      {
        ...{ id: 'B-1', receivedOn: '2026-03-13', dueOn: '2026-03-20' },
        organisation: 'hq.north',
        region: '340000',
        people: 5,
      },
    ]);
  });

  it('come by their due day, whenever received, and within the reader’s scope', async () => {
    const asked = { filter, scope: east, limit: 10, whenever: true, open: open('2026-03-21') };
    expect((await engine.warehouse.rows(watchedCases(asked))).map(({ id }) => id)).toEqual(['A-1', 'A-2']);
  });
});

it('open complaints are counted by organisation and due day', async () => {
  const asked = { filter, scope, level: 2, whenever: true, open: open('2026-03-21') };
  expect(await engine.warehouse.rows(dueByOrganisation(asked))).toEqual([
    { organisation: 'hq.east', dueOn: '2026-03-10', cases: 1 },
    { organisation: 'hq.east', dueOn: '2026-03-16', cases: 1 },
    { organisation: 'hq.north', dueOn: '2026-03-20', cases: 1 },
  ]);
});

it('people are added up by place, closed complaints too; a place below the number is left out', async () => {
  const asked = { filter, scope, people: 30 };
  // 1 + 20 + 6 + 5 of Hefei; one of Beijing, whose districts have no city above them
  expect(await engine.warehouse.rows(peopleByPlace({ ...asked, place: 'city' }))).toEqual([
    { place: '340100', region: '340000', people: 32, cases: 4 },
  ]);
  expect(await engine.warehouse.rows(peopleByPlace({ ...asked, place: 'region', people: 1 }))).toMatchObject([
    { place: '340000', people: 32 },
    { place: '110000', people: 1 },
  ]);
});

describe('subjects with complaint after complaint', () => {
  const ask = { filter, scope, since: '2026-03-10', cases: 2 };

  it('are counted since a day, beside what they had before it', async () => {
    expect(await engine.warehouse.rows(repeatedSubjects({ ...ask, subject: 'agent', perRegion: false }))).toEqual([
      { subject: 'x', region: '', cases: 2, before: 1, organisations: ['hq.east.b'] },
    ]);
  });

  it('are told apart by region where that is asked for', async () => {
    const asked = { ...ask, subject: 'product', cases: 1 } as const;
    const rows = await engine.warehouse.rows(repeatedSubjects({ ...asked, perRegion: true }));
    expect(rows.map(({ subject, region, cases }) => [subject, region, cases])).toEqual([
      ['P1', '340000', 2],
      ['P1', '110000', 1],
      ['P2', '340000', 1],
    ]);
  });
});
