import { ComplaintFilter } from '@tocsin/contracts';
import { startEngine } from '@tocsin/engine';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CaseQuestion } from '../cases/case-question.ts';
import { wholeCompany } from '../facts/scope.ts';
import { importRecord } from '../testing/import-record.ts';
import { onEngine } from '../testing/on-engine.ts';
import { cellsOf } from '../testing/put-reference.ts';
import { type VersionRow, putVersions, seconds } from '../testing/version-row.ts';
import { applyBatch } from '../writes/apply-batch.ts';
import { rollUp } from '../writes/roll-up.ts';
import { saveImport } from '../writes/save-import.ts';
import { setCaseDueDays, setRuleDueDays } from '../writes/set-due-days.ts';
import { caseVersions } from './case-versions.query.ts';
import { casesMoved } from './cases-moved.query.ts';
import { casesWithEvents } from './cases-with-events.query.ts';
import { countCases } from './count-cases.query.ts';
import { dirtyMonths } from './dirty-months.query.ts';
import { facet } from './facet.query.ts';
import { getCase } from './get-case.query.ts';
import { linkedCases } from './linked-cases.query.ts';
import { type CaseListQuestion, listCases } from './list-cases.query.ts';
import { openCounts } from './open-counts.query.ts';
import { ruleDueDays } from './rule-due-days.query.ts';
import { similarCases } from './similar-cases.query.ts';

const engine = onEngine(startEngine);
const scope = wholeCompany;
const east = { organisations: ['hq.east'] };
const filter = ComplaintFilter.parse({ from: '2026-03-01', until: '2026-04-01' });

const narratives: Record<string, string> = {
  'A-1': '投诉人要求全额退保，业务员夸大收益',
  'A-2': '投诉人要求退还保费，业务员夸大了收益',
  'B-1': '退保金额与保单不符，来电号码尾号 8812',
  'B-2': '理赔时效过长',
};

beforeAll(async () => {
  const { warehouse } = engine;
  const rows = cellsOf(`
    complaint_id day        kind      organisation department status    due        by     closed     linked_to key
    A-1          2026-03-02 complaint hq.east.a    理赔部     open      2026-03-10 source -          -         p1
    A-2          2026-03-05 complaint hq.east.a    理赔部     answered  2026-03-20 rules  -          -         p1
    A-3          2026-03-06 chaser    hq.east.a    -          closed    -          -      2026-03-06 A-1       p1
    A-4          2026-03-20 complaint hq.east.a    客服部     closed    2026-04-04 source 2026-03-25 A-1       p1
    B-1          2026-03-05 complaint hq.north     客服部     open      2026-03-15 source -          -         p2
    B-2          2026-02-02 complaint hq.north     客服部     open      -          -      -          -         -
    B-3          2026-03-06 complaint hq.north     客服部     withdrawn 2026-03-21 rules  2026-03-07 -         -`).map(
    (cells) => Object.fromEntries(Object.entries(cells).map(([name, cell]) => [name, cell === '-' ? '' : cell])),
  );
  await putVersions(
    warehouse,
    'one',
    rows.map(({ complaint_id = '', day, due, by, closed, key, ...rest }): VersionRow => ({
      ...rest,
      ...{ complaint_id, due_by: by ?? '', complainant_key: key ?? '', product: 'P1', reason: 'sale', line: 'life' },
      version: 5 * 2 ** 32,
      received_at: seconds(`${day ?? ''} 10:00`),
      due_on: (due ?? '') === '' ? null : due,
      closed_at: (closed ?? '') === '' ? null : seconds(`${closed ?? ''} 12:00`),
      is_repeat: complaint_id === 'A-4' ? 1 : 0,
      narrative: narratives[complaint_id] ?? '',
    })),
  );
  await saveImport(warehouse, importRecord({ id: 'one', name: 'one.csv' }));
  await applyBatch(warehouse, 'one');
  await rollUp(warehouse, await warehouse.rows(dirtyMonths()));
});

const ids = async (more: Partial<CaseListQuestion> = {}) =>
  (await engine.warehouse.rows(listCases({ filter, scope, order: 'newest', limit: 50, ...more }))).map(({ id }) => id);
const total = async (more: Partial<CaseQuestion> = {}) =>
  (await engine.warehouse.one(countCases({ filter, scope, ...more }))).total;

describe('a list of cases', () => {
  it('has the complaints of the period in the order asked for, and as many as are counted', async () => {
    expect(await ids()).toEqual(['A-4', 'B-3', 'B-1', 'A-2', 'A-1']);
    expect(await ids({ order: 'oldest' })).toEqual(['A-1', 'A-2', 'B-1', 'B-3', 'A-4']);
    expect(await ids({ order: 'due', whenever: true })).toEqual(['A-1', 'B-1', 'A-2', 'B-3', 'A-4', 'B-2']);
    expect([await total(), await total({ whenever: true })]).toEqual([5, 6]);
  });

  it.each(['newest', 'oldest', 'due'] as const)('goes on page by page without a gap or a repeat: %s', async (order) => {
    const whole = await ids({ order, whenever: true });
    const paged: string[] = [];
    let after: CaseListQuestion['after'];
    for (let page = 0; page < 10; page += 1) {
      const rows = await engine.warehouse.rows(listCases({ filter, scope, order, whenever: true, limit: 2, after }));
      paged.push(...rows.map(({ id }) => id));
      after = rows.at(-1);
      if (after === undefined) break;
    }
    expect(paged).toEqual(whole);
  });

  it('finds words where all their letters stand together, and numbers by their beginning', async () => {
    expect(await ids({ words: ['退保'] })).toEqual(['B-1', 'A-1']);
    // both pairs of 夸大收益 stand in A-2 but for one: 大收
    expect(await ids({ words: ['夸大收益'] })).toEqual(['A-1']);
    expect(await ids({ words: ['投诉人', '退'] })).toEqual(['A-2', 'A-1']);
    expect(await ids({ words: ['A-1'] })).toEqual(['A-1']);
    expect(await ids({ words: ['8812'] })).toEqual(['B-1']);
    expect(await ids({ words: ['没有'] })).toEqual([]);
  });

  it('keeps what is open at the end of a day, with such due days', async () => {
    const open = (due: NonNullable<CaseQuestion['open']>['due'], asOf = '2026-03-12') =>
      ids({ whenever: true, order: 'oldest', open: { asOf, due } });
    expect(await open({ kind: 'any' })).toEqual(['B-2', 'A-1', 'A-2', 'B-1']);
    // closed on the 25th, withdrawn on the 7th
    expect(await open({ kind: 'any' }, '2026-03-24')).toEqual(['B-2', 'A-1', 'A-2', 'B-1', 'A-4']);
    expect(await open({ kind: 'any' }, '2026-03-06')).toEqual(['B-2', 'A-1', 'A-2', 'B-1', 'B-3']);
    expect(await open({ kind: 'between', until: '2026-03-12' })).toEqual(['A-1']);
    expect(await open({ kind: 'between', from: '2026-03-12', until: '2026-03-16' })).toEqual(['B-1']);
    expect(await open({ kind: 'none' })).toEqual(['B-2']);
  });

  it('says nothing of what lies outside the scope', async () => {
    expect(await ids({ scope: east })).toEqual(['A-4', 'A-2', 'A-1']);
    expect(await total({ scope: east, whenever: true })).toBe(3);
  });

  it('says whose due day it is', async () => {
    const rows = await engine.warehouse.rows(listCases({ filter, scope, order: 'newest', limit: 50 }));
    expect(rows.map(({ id, dueOn, dueBy }) => [id, dueOn, dueBy])).toContainEqual(['A-2', '2026-03-20', 'rules']);
  });
});

it('facets count under everything but their own values, from cubes and from complaints alike', async () => {
  const of = async (name: 'organisation' | 'status' | 'line', more: Partial<CaseQuestion> = {}) =>
    (await engine.warehouse.rows(facet({ filter, scope, name, limit: 9, ...more }))).map(
      ({ code, count }) => `${code} ${count}`,
    );
  expect(await of('organisation')).toEqual(['hq.east.a 3', 'hq.north 2']);
  const filtered = { ...filter, organisation: ['hq.north'] };
  expect(await of('organisation', { filter: filtered })).toEqual(['hq.east.a 3', 'hq.north 2']);
  expect(await of('line', { filter: filtered })).toEqual(['life 2']);
  expect(await of('organisation', { words: ['退保'] })).toEqual(['hq.east.a 1', 'hq.north 1']);
  expect(await of('status', { filter: { ...filter, status: ['open'] } })).toEqual([
    'open 2',
    'answered 1',
    'closed 1',
    'withdrawn 1',
  ]);
});

it('open complaints are counted by stage, organisation, department, age, band and whose due day it is', async () => {
  const counts = await engine.warehouse.rows(
    openCounts({
      ...{ filter, scope, asOf: '2026-03-12', level: 2, ageing: [5, 10] },
      bands: [
        { band: 'today', last: '2026-03-12' },
        { band: 't5', last: '2026-03-17' },
      ],
    }),
  );
  const of = (part: string) =>
    Object.fromEntries(
      counts.filter((row) => row.part === part).map((row) => [row.code, [row.open, row.overdue, row.nearDue]]),
    );
  expect(of('stage')).toEqual({ open: [3, 1, 1], answered: [1, 0, 0] });
  expect(of('organisation')).toEqual({ 'hq.east': [2, 1, 0], 'hq.north': [2, 0, 1] });
  expect(of('department')).toEqual({ 理赔部: [2, 1, 0], 客服部: [2, 0, 1] });
  // received on the 2nd (10 days), the 5th twice (7), and 2 February
  expect(of('age')).toEqual({ 1: [3, 1, 1], 2: [1, 0, 0] });
  expect(of('band')).toEqual({ overdue: [1, 1, 0], t5: [1, 0, 1], later: [1, 0, 0], none: [1, 0, 0] });
  expect(of('by')).toEqual({ source: [3, 1, 1], rules: [1, 0, 0] });
});

describe('one case', () => {
  it('has every field that is given, as text, and nothing outside the scope', async () => {
    const [found] = await engine.warehouse.rows(getCase({ id: 'A-4', scope: east }));
    expect(found).toMatchObject({
      ...{ id: 'A-4', kind: 'complaint', receivedOn: '2026-03-20', closedOn: '2026-03-25', linkedTo: 'A-1' },
      ...{ givenDue: '2026-04-04', repeat: true },
      fields: { status: 'closed', received_at: '2026-03-20 10:00:00', due_on: '2026-04-04', is_repeat: '1' },
    });
    expect(found?.fields).not.toHaveProperty('agent');
    expect(await engine.warehouse.rows(getCase({ id: 'B-1', scope: east }))).toEqual([]);
  });

  it('knows no due day of the source where the rules said it', async () => {
    expect((await engine.warehouse.one(getCase({ id: 'A-2', scope }))).givenDue).toBeNull();
  });

  it('knows its chasers, repeats and what it repeats', async () => {
    const linked = async (id: string, linkedTo: string) =>
      (await engine.warehouse.rows(linkedCases({ id, linkedTo, scope }))).map((row) => `${row.relation} ${row.id}`);
    expect(await linked('A-1', '')).toEqual(['chaser A-3', 'repeat A-4']);
    expect(await linked('A-4', 'A-1')).toEqual(['original A-1']);
  });

  it('knows the person’s other complaints, and the same matter within thirty days by its words', async () => {
    const one = { ...{ product: 'P1', reason: 'sale', organisation: 'hq.east.a' }, narrative: narratives['A-1'] ?? '' };
    const like = async (personKey: string) =>
      (
        await engine.warehouse.rows(similarCases({ ...one, id: 'A-1', receivedOn: '2026-03-02', personKey, scope }))
      ).map(({ because, id }) => `${because} ${id}`);
    expect(await like('p1')).toEqual(['person A-2', 'person A-4']);
    expect(await like('')).toEqual(['matter A-2', 'matter A-4']);
  });
});

it('due days that events and rules set stand in complaints and cubes, and go when they are taken back', async () => {
  const { warehouse } = engine;
  const overdue = () =>
    total({ whenever: true, open: { asOf: '2026-03-12', due: { kind: 'between', until: '2026-03-12' } } });
  await setCaseDueDays(warehouse, [{ id: 'A-1', receivedOn: '2026-03-02', dueOn: '2026-04-01', dueBy: 'events' }]);
  await setRuleDueDays(warehouse, [{ receivedOn: '2026-03-05', dueOn: '2026-03-11' }]);
  expect(await warehouse.rows(casesMoved())).toEqual([{ id: 'A-1' }]);
  expect(await warehouse.rows(casesWithEvents(['A-1']))).toMatchObject([
    { id: 'A-1', dueOn: '2026-04-01', dueBy: 'events', versionDue: '2026-03-10', versionBy: 'source' },
  ]);
  // A-2 of the rules is over now, B-1 of the source stays, A-1 has time
  expect(
    await ids({ whenever: true, open: { asOf: '2026-03-12', due: { kind: 'between', until: '2026-03-12' } } }),
  ).toEqual(['A-2']);
  expect((await warehouse.one(getCase({ id: 'A-1', scope }))).givenDue).toBe('2026-03-10');
  expect(await warehouse.rows(dirtyMonths())).toHaveLength(1);
  expect(await warehouse.rows(ruleDueDays(['2026-03-05']))).toContainEqual({
    receivedOn: '2026-03-05',
    dueOn: '2026-03-11',
  });
  await setCaseDueDays(warehouse, [{ id: 'A-1', receivedOn: '2026-03-02', dueOn: null, dueBy: 'events' }]);
  expect((await warehouse.one(getCase({ id: 'A-1', scope }))).dueOn).toBeNull();
  await setCaseDueDays(warehouse, [{ id: 'A-1', receivedOn: '2026-03-02', dueOn: '2026-03-10', dueBy: 'source' }]);
  expect(await overdue()).toBe(2);
  expect(await total({ whenever: true })).toBe(6);
});

it('versions come oldest first with what each said', async () => {
  await putVersions(engine.warehouse, 'two', [
    {
      complaint_id: 'A-1',
      version: 6 * 2 ** 32,
      received_at: seconds('2026-03-02 10:00'),
      status: 'answered',
      organisation: 'hq.east.a',
    },
  ]);
  await putVersions(engine.warehouse, 'under-way', [
    { complaint_id: 'A-1', version: 7 * 2 ** 32, organisation: 'hq.east.a' },
  ]);
  await saveImport(engine.warehouse, importRecord({ id: 'two', name: 'two.csv' }));
  await applyBatch(engine.warehouse, 'two');
  const versions = await engine.warehouse.rows(caseVersions({ id: 'A-1', scope: east }));
  expect(
    versions.map(({ version, current, batchName, fields }) => [version, current, batchName, fields['status']]),
  ).toEqual([
    ['5', false, 'one.csv', 'open'],
    ['6', true, 'two.csv', 'answered'],
  ]);
});
