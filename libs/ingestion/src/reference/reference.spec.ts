import { existsSync, readFileSync } from 'node:fs';
import { type ReferenceTable, referenceTable } from '@tocsin/contracts';
import { describe, expect, it } from 'vitest';
import { publishedPeriod } from './published-period.ts';
import { readReference } from './read-reference.ts';
import { referenceChanges } from './reference-changes.ts';

const table = (name: string): ReferenceTable => {
  const found = referenceTable(name);
  if (found === undefined) throw new Error(`there is no table ${name}`);
  return found;
};
const read = (name: string, text: string) => readReference(table(name), text);
const refused = (name: string, text: string) =>
  read(name, text).rejected.map(({ row, sentence }) => [row, sentence.en]);

it('counts of a day are kept under the region that reports', () => {
  const { rows } = read('leading', 'day,series,region,count\n2026-03-02,enquiries,370202,4\n');
  expect(rows.map(({ cells }) => cells['region'])).toEqual(['370200']);
});

describe('exposure', () => {
  it('reads months, places of any level and figures; unknown is not zero', () => {
    const { rows, rejected } = read(
      'exposure',
      '\uFEFFmonth,region,line,premium,policies\r\n2026-03,370202,life,1200000.50,\r\n2026-04-01,,,0,15\r\n',
    );
    expect(rejected).toEqual([]);
    expect(rows.map(({ cells }) => cells)).toEqual([
      { month: '2026-03', region: '370202', line: 'life', premium: '1200000.50' },
      { month: '2026-04', premium: '0', policies: '15' },
    ]);
    expect(rows.map(({ key }) => key)).toEqual(['2026-03|370202||life', '2026-04|||']);
  });

  it('says what is wrong with which row and takes the others', () => {
    const text =
      'month,premium,policies\n2026-13,1,1\n2026-03-02,1,1\n2026-03,"1,200",\n2026-03,,\n2026-03,1\n\n2026-05,1,1\n';
    expect(read('exposure', text).rows.map(({ key }) => key)).toEqual(['2026-05|||']);
    expect(refused('exposure', text)).toEqual([
      [2, 'month "2026-13" is not valid: write it like 2026-03.'],
      [3, 'month "2026-03-02" is not valid: write it like 2026-03.'],
      [4, 'premium "1,200" is not a figure: give 0 or more, without thousands separators.'],
      [5, 'The row has no figure: give premium, policies or person_times.'],
      [6, 'The row has 2 cells, the header 3: check delimiters and quotes.'],
    ]);
  });

  it('refuses a table without months in one sentence', () => {
    expect(refused('exposure', 'region,premium\n1,2\n')).toEqual([
      [1, 'The columns month are missing: add them and send the table again.'],
    ]);
  });
});

describe('any table', () => {
  it('may have a header in Chinese, and columns that nobody asked for', () => {
    expect(read('line', '代码,中文名称,备用\nA,甲,x\n').rows).toMatchObject([
      { key: 'A', cells: { code: 'A', zh: '甲' } },
    ]);
  });

  it('keeps the last of two rows that name the same thing, and says so', () => {
    const { rows, marked } = read('line', 'code,zh\nA,甲\nA,乙\n');
    expect(rows.map(({ cells }) => cells['zh'])).toEqual(['乙']);
    expect(marked).toMatchObject([{ row: 3, sentence: { en: 'Names the same thing as row 2: this row counts.' } }]);
  });

  it('takes a choice in any of its languages', () => {
    const { rows } = read('work', 'period,kind,metric,value\n2026Q1,消保审查,产品,41\n2026Q1,review,服务,194\n');
    expect(rows.map(({ key }) => key)).toEqual(['2026Q1||review|产品', '2026Q1||review|服务']);
  });
});

describe('organisations', () => {
  it.each([
    ['A,甲,A,,,', 'An organisation cannot be its own parent.'],
    ['A,甲,,2026-03-01,2026-03-01,', 'It must be valid until a later day than from.'],
    ['A,甲,,,2026-03-01,B;A', 'An organisation cannot succeed itself.'],
    ['A,甲,,,,B', 'With a successor, say until when the organisation was valid.'],
  ])('refuses %s', (row, sentence) => {
    expect(refused('organisation', `code,zh,parent,from,until,successor\n${row}\n`)).toEqual([[2, sentence]]);
  });
});

describe('a new version', () => {
  const rows = (text: string) =>
    text.split(' ').map((pair) => ({ key: pair.slice(0, 1), cells: { v: pair.slice(1) } }));

  it('holds what is new or differs; a merge lets go of nothing', () => {
    expect(referenceChanges(rows('a1 b1'), rows('b2 c1'), { mode: 'merge' })).toEqual({
      ...{ added: 1, changed: 1, unchanged: 0, removed: 0, rows: 3 },
      changes: [
        { key: 'b', cells: { v: '2' } },
        { key: 'c', cells: { v: '1' } },
      ],
    });
  });

  it('lets go of what a replacement does not name', () => {
    expect(referenceChanges(rows('a1 b1'), rows('b1'), { mode: 'replace' })).toEqual({
      ...{ added: 0, changed: 0, unchanged: 1, removed: 1, rows: 1 },
      changes: [{ key: 'a', cells: undefined }],
    });
  });
});

describe('periods as bulletins write them', () => {
  it.each([
    ['2024FY', '2024-01-01', '2025-01-01'],
    ['2024', '2024-01-01', '2025-01-01'],
    ['2019H1', '2019-01-01', '2019-07-01'],
    ['2022Q4', '2022-10-01', '2023-01-01'],
    ['2016Q1-Q3', '2016-01-01', '2016-10-01'],
    ['2021-07', '2021-07-01', '2021-08-01'],
    ['2024M01-M02', '2024-01-01', '2024-03-01'],
    ['2016-12-31', '2016-12-31', '2017-01-01'],
  ])('%s', (text, from, until) => expect(publishedPeriod(text)).toEqual({ from, until }));

  it.each(['2022Q5', '2022Q3-Q1', '2022-13', '2022-02-30', 'Q1', ''])('not %j', (text) =>
    expect(publishedPeriod(text)).toBeUndefined(),
  );
});

const bulletins = new URL('../../../../../shared/data/bulletins.csv', import.meta.url);
// The regulator's real bulletins are not part of the repository: without them this is skipped, and the runner says so.
describe.skipIf(!existsSync(bulletins))("the regulator's bulletins", () => {
  it('are read whole, the derived rows marked', () => {
    const { rows, rejected, marked } = read('median', readFileSync(bulletins, 'utf8'));
    expect(rejected).toEqual([]);
    expect(rows).toHaveLength(418);
    expect(marked.length).toBeGreaterThan(40);
    expect(new Set(marked.map(({ sentence }) => sentence.en)).size).toBe(1);
  });
});
