import { startEngine } from '@tocsin/engine';
import {
  ComplaintFilter,
  type ComplaintFilterInput,
  type Dimension,
  type Translation,
  dimensions,
} from '@tocsin/contracts';
import { beforeAll, describe, expect, it } from 'vitest';
import { coverage } from '../queries/coverage.query.ts';
import { breakdown } from '../queries/breakdown.query.ts';
import { dayCountsBySlice } from '../queries/day-counts-by-slice.query.ts';
import { dayCountsByValue } from '../queries/day-counts-by-value.query.ts';
import { dirtyMonths } from '../queries/dirty-months.query.ts';
import { figuresByPeriod } from '../queries/figures-by-period.query.ts';
import { seenCodes } from '../queries/seen-codes.query.ts';
import { series } from '../queries/series.query.ts';
import { timeliness } from '../queries/timeliness.query.ts';
import { totals } from '../queries/totals.query.ts';
import { onEngine } from '../testing/on-engine.ts';
import { cellsOf, putReference } from '../testing/put-reference.ts';
import { putVersions, seconds } from '../testing/version-row.ts';
import { applyBatch } from '../writes/apply-batch.ts';
import { rollUp } from '../writes/roll-up.ts';
import { wholeCompany } from './scope.ts';

const engine = onEngine(startEngine);
const quarter = { from: '2026-01-01', until: '2026-04-01' };
const filter = (more: Partial<ComplaintFilterInput> = {}) => ComplaintFilter.parse({ ...quarter, ...more });
const codes = (pieces: readonly { until?: string; map: Record<string, string> }[]) => ({
  pieces: pieces.map(({ until, map }) => ({ until, codes: Object.keys(map), as: Object.values(map) })),
  asked: new Map(Object.entries(pieces.at(-1)?.map ?? {})),
  bears: new Map<string, string>(),
});

// East and north merged into joined in February; sz stood below south until March and stands below west since; slow became
// delay in February.
const asOf: Translation = {
  organisation: codes([{ map: { 'hq.east': 'hq.joined', 'hq.north': 'hq.joined', 'hq.south.sz': 'hq.west.sz' } }]),
  reason: codes([{ until: '2026-02-01', map: { 'claim.slow': 'claim.delay' } }, { map: {} }]),
};
const asWas: Translation = {
  organisation: codes([{ until: '2026-03-01', map: {} }, { map: { 'hq.south.sz': 'hq.west.sz' } }]),
};

beforeAll(async () => {
  const { warehouse } = engine;
  const rows = cellsOf(`
    complaint_id  day         organisation  reason       due
    1             2026-01-10  hq.east       claim.slow   2026-02-20
    2             2026-01-11  hq.north      claim.delay  2026-02-20
    3             2026-02-10  hq.joined     claim.delay  2026-03-20
    4             2026-02-11  hq.east       claim.slow   2026-03-20
    5             2026-02-12  hq.south.sz   sale         2026-03-20
    6             2026-03-12  hq.south.sz   sale         2026-04-20
    7             2026-03-13  hq.south      sale         2026-04-20`);
  await putVersions(
    warehouse,
    'a',
    rows.map(({ complaint_id, day, organisation, reason, due }) => ({
      ...{ complaint_id, organisation, reason, due_on: due, line: 'life', status: 'open' },
      received_at: seconds(`${day} 10:00`),
    })),
  );
  await applyBatch(warehouse, 'a');
  await rollUp(warehouse, await warehouse.rows(dirtyMonths()));
  await putReference(
    warehouse,
    'exposure',
    cellsOf(`
      month    organisation  policies
      2026-01  hq.east       10000
      2026-01  hq.north      10000
      2026-02  hq.joined     20000
      2026-03  hq.south.sz   10000`),
  );
});

async function parts(by: Dimension, translation: Translation | undefined, more: object = {}) {
  const comparisons = { yearBefore: quarter, periodBefore: quarter };
  const question = {
    measure: 'complaints',
    filter: filter(),
    scope: wholeCompany,
    by,
    limit: 100,
    comparisons,
    today: '2026-04-02',
    covered: await engine.warehouse.one(coverage()),
  } as const;
  const rows = await engine.warehouse.rows(breakdown({ ...question, ...more, translation }));
  return Object.fromEntries(rows.map(({ code, value }) => [code, value]));
}

describe('as of a day', () => {
  it("counts a merged branch's history under its successor, and a moved one below its present parent", async () => {
    expect(await parts('organisation', asOf)).toEqual({ 'hq.joined': 4, 'hq.west.sz': 2, 'hq.south': 1 });
    expect(await parts('organisation', asOf, { level: 2 })).toEqual({ 'hq.joined': 4, 'hq.west': 2, 'hq.south': 1 });
  });

  it('keeps what is asked for: a branch with all below it, and a merged one under its successor', async () => {
    const of = (organisation: string) => parts('organisation', asOf, { filter: filter({ organisation }) });
    expect(await of('hq.west')).toEqual({ 'hq.west.sz': 2 });
    expect(await of('hq.south')).toEqual({ 'hq.south': 1 });
    expect(await of('hq.east')).toEqual({ 'hq.joined': 4 });
  });

  it('tells older codes in the newer classification, up to the day it changed', async () => {
    expect(await parts('reason', asOf)).toEqual({ 'claim.delay': 3, 'claim.slow': 1, sale: 3 });
    const points = await engine.warehouse.rows(
      series({
        ...{ measure: 'complaints', by: 'month', scope: wholeCompany, today: '2026-04-02', translation: asOf },
        covered: await engine.warehouse.one(coverage()),
        filter: filter({ reason: 'claim.delay' }),
      }),
    );
    expect(points.map(({ value }) => value)).toEqual([2, 1, 0]);
  });

  it('reaches the denominators too', async () => {
    const one = await engine.warehouse.rows(
      figuresByPeriod({
        ...{
          measures: ['per_10k_policies'],
          today: '2026-04-02',
          covered: await engine.warehouse.one(coverage()),
          scope: wholeCompany,
          translation: asOf,
          periods: [quarter],
        },
        filter: { basis: 'company', organisation: ['hq.joined'] },
      }),
    );
    // 40,000 policies in all; none of the complaints was forwarded by the regulator
    expect(one).toMatchObject([{ values: [0], denominatorsUntil: ['2026-02-01'] }]);
  });
});

describe('as it was', () => {
  it('leaves every complaint where its branch stood on the day received', async () => {
    expect(await parts('organisation', asWas, { level: 2 })).toEqual({
      ...{ 'hq.east': 2, 'hq.north': 1, 'hq.joined': 1, 'hq.south': 2, 'hq.west': 1 },
    });
  });
});

describe('in either view', () => {
  it.each([
    ['as of', asOf],
    ['as was', asWas],
    ['untold', undefined],
  ] as const)(
    '%s: parts add up to the whole, whichever way they are cut, from cubes and from complaints',
    async (_, translation) => {
      for (const by of dimensions) {
        for (const level of [undefined, 1, 2, 3]) {
          const cube = Object.values(await parts(by, translation, { level }));
          const raw = Object.values(
            await parts(by, translation, { level, filter: filter({ sales_channel: '', link: '' }) }),
          );
          expect([by, level, sum(cube), sum(raw)]).toEqual([by, level, 7, 7]);
        }
      }
    },
  );

  it('sums by the day due follow the day received', async () => {
    const late = await engine.warehouse.one(
      timeliness({
        ...{ scope: wholeCompany, asOf: '2026-04-01', translation: asOf },
        filter: { basis: 'company', reason: ['claim.delay'] },
      }),
    );
    expect(late).toEqual({ overdue: 3, nearDue: 0 });
    const [due] = await engine.warehouse.rows(
      totals({
        ...{ scope: wholeCompany, today: '2026-12-01', translation: asOf, periods: [quarter] },
        covered: await engine.warehouse.one(coverage()),
        filter: { basis: 'company', organisation: ['hq.joined'], reason: ['claim'] },
      }),
    );
    expect(due).toMatchObject({ complaints: 4, due: 4 });
  });
});

it('what is watched is counted as it is told: baselines follow', async () => {
  const question = { ...quarter, sum: 'complaints', basis: 'company', scope: wholeCompany, translation: asOf } as const;
  const bySlice = await engine.warehouse.rows(
    dayCountsBySlice({ ...question, where: { organisation: ['hq.north'] }, split: [{ dimension: 'reason' }] }),
  );
  expect(bySlice.map(({ codes: slice, counts }) => [slice[0], sum(counts)])).toEqual([
    ['claim.delay', 3],
    ['claim.slow', 1],
  ]);
  const byValue = await engine.warehouse.rows(
    dayCountsByValue({
      ...question,
      slices: [{ where: { organisation: ['hq.east'] }, splits: [{ dimension: 'reason' }] }],
    }),
  );
  expect(byValue.map(({ code, counts }) => [code, sum(counts)])).toEqual([
    ['claim.delay', 3],
    ['claim.slow', 1],
  ]);
});

it('what a caller may not see stays unseen, whatever it is counted under', async () => {
  expect(await parts('organisation', asOf, { scope: { organisations: ['hq.north'] } })).toEqual({ 'hq.joined': 1 });
});

it('knows which codes complaints carry', async () => {
  const seen = await engine.warehouse.rows(seenCodes());
  expect(seen.find(({ dimension }) => dimension === 'reason')?.codes).toEqual(['claim.delay', 'claim.slow', 'sale']);
});

const sum = (values: readonly (number | null)[]) => values.reduce<number>((total, value) => total + (value ?? 0), 0);
