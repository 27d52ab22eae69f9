import { startEngine } from '@tocsin/engine';
import { ComplaintFilter, type ComplaintFilterInput, type Translation } from '@tocsin/contracts';
import { beforeAll, describe, expect, it } from 'vitest';
import { coverage } from '../queries/coverage.query.ts';
import { series } from '../queries/series.query.ts';
import { dirtyMonths } from '../queries/dirty-months.query.ts';
import { onEngine } from '../testing/on-engine.ts';
import { cellsOf, putReference } from '../testing/put-reference.ts';
import { putVersions, seconds } from '../testing/version-row.ts';
import { applyBatch } from '../writes/apply-batch.ts';
import { rollUp } from '../writes/roll-up.ts';
import { wholeCompany } from './scope.ts';

const engine = onEngine(startEngine);

const ROWS = `
  complaint_id  region  line
  1             110000  life.annuity
  2             110000  life.medical
  3             440000  life.annuity
  4             440000  lifelike
  5             -       life`;

beforeAll(async () => {
  const { warehouse } = engine;
  await putVersions(
    warehouse,
    'a',
    cellsOf(ROWS).map(({ complaint_id, region = '', line }) => ({
      ...{ complaint_id, region, report_region: region, line },
      ...{ kind: 'complaint', source: 'regulator', status: 'open', organisation: 'hq', reason: 'sale' },
      received_at: seconds('2026-03-05 10:00'),
    })),
  );
  await applyBatch(warehouse, 'a');
  await rollUp(warehouse, await warehouse.rows(dirtyMonths()));
  await putReference(
    warehouse,
    'exposure',
    cellsOf(`
      month    region  organisation  line  premium    policies
      2026-03  110000  hq            life  100000000  -
      2026-03  440000  hq            life  200000000  -
      2026-03  -       hq            life  700000000  -`),
  );
});

async function march(
  more: Partial<ComplaintFilterInput>,
  measure: 'complaints' | 'per_100m_premium' = 'complaints',
  translation?: Translation,
) {
  const filter = ComplaintFilter.parse({ from: '2026-03-01', until: '2026-04-01', ...more });
  const rows = await engine.warehouse.rows(
    series({
      ...{ measure, filter, scope: wholeCompany, by: 'month', today: '2026-04-10', translation },
      covered: await engine.warehouse.one(coverage()),
    }),
  );
  return rows.map(({ value }) => value);
}

describe('what a filter leaves out', () => {
  it('goes, and what has no value at all stays', async () => {
    expect(await march({ region: '!110000' })).toEqual([3]);
    expect(await march({ region: '!110000,!440000' })).toEqual([1]);
  });

  it('takes what lies below a code of a tree with it, and nothing that only looks like it', async () => {
    expect(await march({ line: '!life' })).toEqual([1]);
  });

  it('goes from what is kept', async () => {
    expect(await march({ line: 'life,!life.annuity' })).toEqual([2]);
  });

  it('can be what was not given', async () => {
    expect(await march({ region: '!' })).toEqual([4]);
  });

  it('is named by its new code as well', async () => {
    const translation: Translation = {
      region: {
        pieces: [{ until: undefined, codes: ['110000'], as: ['440000'] }],
        asked: new Map([['110000', '440000']]),
        bears: new Map(),
      },
    };
    expect(await march({ region: '!110000' }, 'complaints', translation)).toEqual([1]);
  });

  it('takes its exposure along; a premium that also holds what is left out does not count', async () => {
    // 3 complaints remain (Guangdong’s 2 and the one without a region) over Guangdong’s 200 million
    const [rate] = await march({ region: '!110000' }, 'per_100m_premium');
    expect(rate).toBeCloseTo(1.5, 9);
  });
});
