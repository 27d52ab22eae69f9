import { describe, expect, it } from 'vitest';
import type { ReferenceCells } from '../reference/read-row.ts';
import { type TreeTables, translationOf } from './translation.ts';

const rowsOf = (text: string): ReferenceCells[] => {
  const [names = [], ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  return rows.map((cells) =>
    Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '-'] as const).filter(([, cell]) => cell !== '-')),
  );
};

/** What a code is counted as on a day. */
function told(tables: Partial<TreeTables>, view: 'as-of' | 'as-was', on: string) {
  const translation = translationOf({ organisation: [], crosswalk: [], region: [], seen: {}, ...tables }, view, on);
  return (dimension: 'organisation' | 'reason' | 'product' | 'region', code: string, day: string): string => {
    const pieces = translation[dimension]?.pieces ?? [];
    const piece = pieces.find(({ until }) => until === undefined || day < until);
    const at = piece?.codes.indexOf(code) ?? -1;
    return at < 0 ? code : (piece?.as[at] ?? code);
  };
}

// East and north become one in July 2025; gz is split in January 2026; sz moves from south to west in 2026.
const organisation = rowsOf(`
  code         parent   from        until       successor
  hq           -        -           -           -
  hq.east      hq       -           2025-07-01  hq.joined
  hq.north     hq       -           2025-07-01  hq.joined
  hq.joined    hq       2025-07-01  -           -
  hq.south     hq       -           -           -
  hq.west      hq       -           -           -
  hq.south.gz  -        -           2026-01-01  hq.south.gz1;hq.south.gz2
  hq.south.gz1 -        2026-01-01  -           -
  hq.south.gz2 -        2026-01-01  -           -
  hq.south.sz  -        -           2026-01-01  -
  hq.south.sz  hq.west  2026-01-01  -           -`);

describe('organisations as of a day', () => {
  const now = told({ organisation, seen: { organisation: ['hq.east.01'] } }, 'as-of', '2026-03-15');

  it('count a merged branch under its successor, whenever received, with its offices that no row lists', () => {
    expect(now('organisation', 'hq.east', '2024-01-01')).toBe('hq.joined');
    expect(now('organisation', 'hq.east.01', '2024-01-01')).toBe('hq.joined');
  });

  it('take the listed offices of a merged branch along, under a name of their own, so that none is taken for another', () => {
    const rows = rowsOf(`
      code    until       successor
      A       2025-01-01  B
      A.01    -           -
      A.02    -           -
      B       -           -
      B.01    -           -`);
    const merged = told({ organisation: rows }, 'as-of', '2026-03-15');
    expect(['A', 'A.01', 'A.02', 'B.01'].map((code) => merged('organisation', code, '2024-01-01'))).toEqual([
      ...['B', 'B.A_01', 'B.A_02', 'B.01'],
    ]);
  });

  it('keep two offices apart that were moved below the same parent and have the same last part, then and before', () => {
    const rows = rowsOf(`
      code    parent  from        until
      A       -       -           -
      B       -       -           -
      C       -       -           -
      A.01    -       -           2025-01-01
      A.01    B       2025-01-01  -
      A.02    B       2025-01-01  -
      C.01    -       -           2026-01-01
      C.01    B       2026-01-01  -`);
    const codes = ['A.01', 'A.02', 'C.01'];
    const on = (day: string) => {
      const translate = told({ organisation: rows }, 'as-of', day);
      return codes.map((code) => translate('organisation', code, '2024-01-01'));
    };
    expect(on('2025-06-01')).toEqual(['B.A_01', 'B.02', 'C.01']);
    expect(on('2026-06-01')).toEqual(['B.A_01', 'B.02', 'B.C_01']);
  });

  it('leave a branch that was split what it was: nobody knows whose each case is', () => {
    expect(now('organisation', 'hq.south.gz', '2025-01-01')).toBe('hq.south.gz');
  });

  it('put a branch that moved below its present parent', () => {
    expect(now('organisation', 'hq.south.sz', '2024-01-01')).toBe('hq.west.sz');
  });

  it('as of a day before the merger, know nothing of it', () => {
    const before = told({ organisation }, 'as-of', '2025-06-30');
    expect(before('organisation', 'hq.east', '2024-01-01')).toBe('hq.east');
    expect(before('organisation', 'hq.south.sz', '2026-02-01')).toBe('hq.south.sz');
  });
});

describe('organisations as they were', () => {
  const then = told({ organisation }, 'as-was', '2026-03-15');

  it('stay who they were, and stand where they stood', () => {
    expect(then('organisation', 'hq.east', '2024-01-01')).toBe('hq.east');
    expect(then('organisation', 'hq.south.sz', '2025-12-31')).toBe('hq.south.sz');
    expect(then('organisation', 'hq.south.sz', '2026-01-01')).toBe('hq.west.sz');
  });
});

describe('offices of two branches that became one', () => {
  const offices = rowsOf(`
    code    until       successor
    A       2025-01-01  C
    A.01    -           -
    B       2025-01-01  C
    B.01    -           -
    C       -           -`);
  const tables = { organisation: offices, seen: { organisation: ['A.09', 'B.09', 'A.01.x'] } };
  const [now, then] = (['as-of', 'as-was'] as const).map((view) => told(tables, view, '2026-03-15'));
  const names = (tell = now, day = '2025-06-01') =>
    ['A.01', 'B.01', 'A.01.x', 'A.09', 'B.09'].map((code) => tell?.('organisation', code, day));

  it('bear the same names in either view once they are one: listed ones each their own, others the successor’s', () => {
    expect(names(now)).toEqual(['C.A_01', 'C.B_01', 'C.A_01.x', 'C', 'C']);
    expect(names(then)).toEqual(names(now));
  });

  it('as they were, bear their own names until then', () => {
    expect(names(then, '2024-12-31')).toEqual(['A.01', 'B.01', 'A.01.x', 'A.09', 'B.09']);
    expect(names(now, '2024-12-31')).toEqual(names(now));
  });
});

it('codes without dots stand on the path that their parents tell', () => {
  const plain = rowsOf('code parent\nA -\nB A\nC B');
  const now = told({ organisation: plain }, 'as-of', '2026-03-15');
  expect(['A', 'B', 'C'].map((code) => now('organisation', code, '2026-01-01'))).toEqual(['A', 'A.B', 'A.B.C']);
});

it('a tree that goes round in circles, or heirs that do, end somewhere', () => {
  const round = rowsOf('code parent until successor\nA B - -\nB A - -\nC - 2020-01-01 D\nD - 2020-01-01 C');
  const now = told({ organisation: round }, 'as-of', '2026-03-15');
  for (const code of ['A', 'B', 'C', 'D']) expect(now('organisation', code, '2026-01-01')).not.toBe('');
});

it('tables in which the dots already tell everything translate nothing', () => {
  const ordinary = rowsOf('code parent\nhq -\nhq.east hq\nhq.east.01 -');
  const tables = { organisation: ordinary, crosswalk: [], region: [], seen: { organisation: ['hq.east.01.x'] } };
  expect(translationOf(tables, 'as-of', '2026-03-15')).toEqual({});
  expect(translationOf(tables, 'as-was', '2026-03-15')).toEqual({});
});

describe('a classification that changed', () => {
  const crosswalk = rowsOf(`
    dimension  from_code      to_code             effective
    reason     claim.slow     claim.delay         2025-01-01
    reason     claim.late     claim.delay         2025-01-01
    reason     claim.delay    claim.delay-car     2026-01-01
    reason     claim.delay    claim.delay-other   2026-01-01
    reason     sales          sale                2026-01-01
    product    P1             P2                  2026-01-01
    product    P3             P4                  2026-01-01
    product    P3             P5                  2026-01-01`);
  const seen = { reason: ['claim.slow', 'claim.slow.car', 'sales.promise'] };
  const now = told({ crosswalk, seen }, 'as-of', '2026-03-15');

  it('is told in its newest codes, change after change; what was split stays undivided', () => {
    expect(now('reason', 'claim.slow', '2024-12-31')).toBe('claim.unsplit');
    expect(now('reason', 'claim.delay', '2025-12-31')).toBe('claim.unsplit');
    expect(now('reason', 'claim.delay', '2026-01-01')).toBe('claim.delay');
  });

  it('takes what lies below a code along', () => {
    expect(now('reason', 'sales.promise', '2025-06-01')).toBe('sale.promise');
  });

  it('knows only what had changed by the day asked about', () => {
    const before = told({ crosswalk, seen }, 'as-of', '2025-06-01');
    expect(before('reason', 'claim.slow', '2024-12-31')).toBe('claim.delay');
    expect(before('reason', 'claim.slow.car', '2024-12-31')).toBe('claim.delay.car');
  });

  it('is left alone as it was', () => {
    expect(told({ crosswalk, seen }, 'as-was', '2026-03-15')('reason', 'claim.slow', '2024-12-31')).toBe('claim.slow');
  });

  it('leaves a split code without a tree to itself', () => {
    expect(['P1', 'P3'].map((code) => now('product', code, '2025-06-01'))).toEqual(['P2', 'P3']);
  });

  it('takes a code that is no longer used for what it became, when asked for', () => {
    const asked = translationOf({ organisation: [], region: [], crosswalk, seen }, 'as-of', '2026-03-15').reason?.asked;
    expect(asked?.get('sales')).toBe('sale');
    expect(asked?.has('claim.delay')).toBe(false);
  });
});

it('a region counts under the one that the company says', () => {
  const region = rowsOf('code zh reports_as\n370200 青岛 370000\n110000 北京 -');
  const now = told({ region }, 'as-was', '2026-03-15');
  expect(['370200', '110000'].map((code) => now('region', code, '2020-01-01'))).toEqual(['370000', '110000']);
});
