import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Profile, type ProfileInput } from '@tocsin/contracts';
import { plainLayout } from '../testing/plain-layout.ts';
import { RecordCutter } from '../cut/record-cutter.ts';
import type { BlockResult } from '../file/block-reader.ts';
import { headerCells } from '../file/header-cells.ts';
import { openText } from '../file/open-text.ts';
import { personKey } from '../hash/person-key.ts';
import { planFor } from '../profile/plan.ts';
import { RowColumns, rowsIn } from '../row/row-columns.ts';
import { storedColumns } from '../row/stored-columns.ts';
import { withoutErased } from '../row/without-erased.ts';
import { GrainGatherer } from './grain-gatherer.ts';
import { GrainScatter } from './grain-scatter.ts';

const profileOf = (fields: ProfileInput['fields'] = {}): Profile =>
  Profile.parse({
    name: 'grain',
    label: { zh: '合并', en: 'Grain' },
    dates: ['yyyy-MM-dd', 'M/d/yyyy'],
    fields: {
      complaint_id: { column: 'id' },
      received_at: { column: 'day', gather: 'least' },
      closed_at: { column: 'end', gather: 'greatest' },
      product: { column: 'product', ...fields.product },
      compensation: { column: 'paid', ...fields.compensation },
      is_repeat: { column: 'again', gather: 'any' },
      special_groups: { column: 'groups', gather: 'join' },
    },
    constants: { source: 'self' },
    grain: { by: ['id'] },
  });

const HEADER = 'id,day,end,product,paid,again,groups\n';

/** Both halves over a file in small blocks, as the server runs them. */
function readGrain(text: string, profile = profileOf(), buckets = 3): BlockResult {
  const bytes = new TextEncoder().encode(text);
  const cutter = new RecordCutter({ delimiter: ',', blockBytes: 64 });
  const blocks = [...cutter.push(bytes), ...cutter.end()];
  const [header] = blocks;
  const plan = planFor(profile, headerCells(openText(header!.bytes, 'utf-8').text, ','));
  if ('code' in plan) throw new Error(plan.code);
  const now = Date.parse('2026-11-22T00:00:00Z') / 1000;
  const options = { profile, plan, timeZone: 'Asia/Shanghai', now, batchId: 'b', personKey: personKey('secret') };
  const scatter = new GrainScatter(plainLayout(), options, buckets);
  const files = Array.from({ length: buckets }, () => '');
  const results: BlockResult[] = [];
  for (const block of blocks.slice(1)) {
    const { result, lines } = scatter.scatterBlock(block);
    results.push(result);
    lines.forEach((line, bucket) => (files[bucket] += line));
  }
  const gatherer = new GrainGatherer(options);
  results.push(...files.map((lines) => gatherer.readBucket(lines)));
  const rows = new RowColumns();
  for (const result of results) for (const row of rowsIn(result.rows)) rows.add(row);
  return {
    rows: rows.take(),
    read: results.reduce((sum, { read }) => sum + read, 0),
    accepted: results.reduce((sum, { accepted }) => sum + accepted, 0),
    skips: {},
    skipped: results.reduce((sum, { skipped }) => sum + skipped, 0),
    refused: results.flatMap(({ refused }) => refused),
    doubtful: results.flatMap(({ doubtful }) => doubtful),
    gathered: new Map(results.flatMap(({ gathered }) => [...(gathered ?? [])])),
  };
}

const stored = ({ rows }: BlockResult) =>
  [...rowsIn(rows)].map((row) => Object.fromEntries(row.map((cell, at) => [storedColumns[at] ?? '', cell])));

describe('a grain', () => {
  it('makes one complaint of rows that stand apart, each field by its own rule', () => {
    const result = readGrain(
      `${HEADER}1,2026-01-05,2026-02-01,,5,否,elderly\n2,2026-01-02,,B,,,\n1,1/3/2026,2026-02-11,A,7,是,disabled|elderly\n`,
    );
    expect(result).toMatchObject({ read: 3, accepted: 3, skipped: 0 });
    const [one, two] = stored(result).sort((a, b) => Number(a.complaint_id) - Number(b.complaint_id));
    expect(one).toMatchObject({ complaint_id: '1', row_number: '2', product: 'A', is_repeat: '1', compensation: '5' });
    expect(one?.special_groups).toBe("['disabled','elderly']");
    // 3 January 00:00 and 11 February 00:00 in Shanghai
    expect(one).toMatchObject({ received_at: '1767369600', closed_at: '1770739200' });
    expect(two).toMatchObject({ complaint_id: '2', row_number: '3', product: 'B' });
  });

  it.each([
    ['first', '5', 'A'],
    ['last', '0.2', 'C'],
    ['least', '0.1', 'A'],
    ['greatest', '12.5', 'C'],
  ] as const)('takes the %s', (gather, paid, product) => {
    const profile = profileOf({ product: { column: 'product', gather }, compensation: { column: 'paid', gather } });
    const rows = ['5,,', '0.1,,', '12.5,,', '0.2,,'].map((rest, at) => `1,2026-01-05,,${'ABBC'[at]},${rest}\n`);
    expect(stored(readGrain(HEADER + rows.join(''), profile))).toMatchObject([{ compensation: paid, product }]);
  });

  it('adds up without errors of the binary kind, and lists each value once', () => {
    const profile = profileOf({
      product: { column: 'product', gather: 'join' },
      compensation: { column: 'paid', gather: 'sum' },
    });
    const rows = ['A,0.1', 'B,0.2', 'A,'].map((rest) => `1,2026-01-05,,${rest},,\n`);
    expect(stored(readGrain(HEADER + rows.join(''), profile))).toMatchObject([
      { compensation: '0.3', product: 'A; B' },
    ]);
  });

  it('refuses all rows of a complaint that is refused, and no others', () => {
    const result = readGrain(`${HEADER}1,2026-01-05,,,-5,,\n2,2026-01-02,,,,,\n1,2026-01-03,,,7,,\n3,x\n`);
    expect(result).toMatchObject({ read: 4, accepted: 1 });
    expect(result.refused.map(({ rowNumber, reasons }) => `${rowNumber} ${reasons[0]?.code}`).sort()).toEqual([
      '2 negative',
      '4 negative',
      '5 cell-count',
    ]);
  });

  it('counts all rows of a complaint whose person was erased as skipped', () => {
    const key = personKey('secret');
    const result = readGrain(`${HEADER}1,2026-01-05,,A,,,\n2,2026-01-02,,,,,\n1,2026-01-05,,B,,,\n`, profileOf(), 1);
    const left = withoutErased(result, new Set([key('complaint', '1')]), key);
    expect(left).toMatchObject({ read: 3, accepted: 1, skipped: 2, erased: 2 });
  });

  it('lets rows without a key stand by themselves', () => {
    const result = readGrain(`${HEADER},2026-01-05,,,,,\n,2026-01-05,,,,,\n`);
    expect(result.refused.map(({ rowNumber, reasons }) => `${rowNumber} ${reasons[0]?.code}`).sort()).toEqual([
      '2 missing',
      '3 missing',
    ]);
  });

  it('loses no row and makes one complaint a key, wherever rows stand and however many buckets (property)', () => {
    const row = fc.record({ id: fc.integer({ min: 0, max: 20 }), bad: fc.constantFrom('', '', '', 'x', ',,', '\n') });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), fc.integer({ min: 1, max: 7 }), (rows, buckets) => {
        const text = rows.map(({ id, bad }) => `${id},2026-01-05,,${bad},,,\n`).join('');
        const result = readGrain(HEADER + text, profileOf(), buckets);
        expect(result.read).toBe(text.split('\n').length - 1);
        expect(result.read).toBe(result.accepted + result.refused.length + result.skipped);
        const good = rows.filter(({ bad }) => bad === '' || bad === 'x').map(({ id }) => String(id));
        expect(
          stored(result)
            .map((one) => one.complaint_id)
            .sort(),
        ).toEqual([...new Set(good)].sort());
      }),
      { numRuns: 60 },
    );
  });
});
