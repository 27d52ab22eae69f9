import { createHash } from 'node:crypto';
import { canonicalFields } from '@tocsin/contracts';
import { describe, expect, it } from 'vitest';
import { type CompanyOptions, type FullRecord, createCompany } from './index.ts';

const options: CompanyOptions = { seed: 7, complaints: 4000, from: '2025-01-01', until: '2026-01-01' };

const digest = (lines: Iterable<string>): string => {
  const hash = createHash('sha256');
  for (const line of lines) hash.update(line);
  return hash.digest('hex');
};

describe('one seed', () => {
  it('makes the same company to the last byte, also when asked twice', () => {
    const company = createCompany(options);
    const again = createCompany(options);
    expect(digest(again.csvLines())).toBe(digest(company.csvLines()));
    expect(digest(company.csvLines())).toBe(digest(company.csvLines()));
    expect(digest(again.ndjsonLines({ histories: true }))).toBe(digest(company.ndjsonLines({ histories: true })));
    expect(again.exposureCsv()).toBe(company.exposureCsv());
    expect(again.dictionaryCsv('organisation')).toBe(company.dictionaryCsv('organisation'));
  });

  it('is not another seed', () => {
    expect(digest(createCompany({ ...options, seed: 8 }).csvLines())).not.toBe(
      digest(createCompany(options).csvLines()),
    );
  });
});

describe('files', () => {
  const company = createCompany(options);

  it('begins with the canonical names', () => {
    const [header] = company.csvLines();
    expect(header).toBe(`${canonicalFields.map(({ name }) => name).join(',')}\n`);
  });

  it('says the same in NDJSON', () => {
    const rows = [...company.complaintRows()];
    const lines = [...company.ndjsonLines()].map((line) => JSON.parse(line) as Partial<FullRecord>);
    const known = rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== '')));
    expect(lines).toEqual(known);
  });

  it('names every code that is not shipped', () => {
    const known = new Set(
      (['organisation', 'product', 'region', 'reason'] as const).flatMap((name) =>
        company
          .dictionaryCsv(name)
          .split('\n')
          .slice(1)
          .map((line) => line.split(',')[0]),
      ),
    );
    for (const row of company.complaintRows()) {
      expect(known).toContain(row.product);
      expect(known).toContain(row.organisation);
      expect(known).toContain(row.org_sold);
      if (!row.region.endsWith('0000') && row.region !== '')
        expect(known.has(row.region) || row.region.endsWith('00')).toBe(true);
    }
  });
});

describe('histories', () => {
  const company = createCompany(options);
  const versions = [...company.complaintRows({ histories: true })];

  it('come in the order of entry', () => {
    const arrivals = versions.map(({ arrived_at }) => arrived_at);
    expect(arrivals).toEqual(arrivals.toSorted());
    expect(arrivals.at(-1)! < '2026-01-01T00:00:00+08:00').toBe(true);
  });

  it('end where the newest rows stand', () => {
    const last = new Map<string, FullRecord>();
    for (const row of versions) {
      expect(Number(row.version)).toBe(Number(last.get(row.complaint_id)?.version ?? 0) + 1);
      last.set(row.complaint_id, row);
    }
    const newest = [...company.complaintRows()];
    expect(newest).toHaveLength(last.size);
    for (const row of newest) {
      expect({ ...row, arrived_at: '' }).toEqual({ ...last.get(row.complaint_id), arrived_at: '' });
    }
  });

  it('hold answers, closings, withdrawals, surveys and corrected reasons', () => {
    const reasons = new Map<string, Set<string>>();
    for (const row of versions) {
      if (row.kind === 'complaint')
        reasons.set(row.complaint_id, (reasons.get(row.complaint_id) ?? new Set()).add(row.reason));
    }
    const corrected = [...reasons.values()].filter((seen) => seen.size > 1).length / reasons.size;
    expect(corrected).toBeGreaterThan(0.05);
    expect(corrected).toBeLessThan(0.14);
    const statuses = new Set(versions.map(({ status }) => status));
    expect(statuses).toEqual(new Set(['open', 'answered', 'closed', 'withdrawn']));
    expect(versions.some(({ satisfaction, compensation }) => satisfaction !== '' && compensation !== '')).toBe(true);
  });
});

describe('links', () => {
  const rows = [...createCompany(options).complaintRows()];
  const byId = new Map(rows.map((row) => [row.complaint_id, row]));

  it('lead from chasers and repeats to an earlier complaint of the same person', () => {
    const linked = rows.filter(({ linked_to }) => linked_to !== '');
    expect(linked.length).toBeGreaterThan(200);
    for (const row of linked) {
      const parent = byId.get(row.linked_to);
      expect(parent?.kind).toBe('complaint');
      expect(parent!.received_at < row.received_at).toBe(true);
      expect(row.complainant_phone).toBe(parent!.complainant_phone);
    }
    expect(linked.some(({ kind }) => kind === 'chaser')).toBe(true);
    expect(linked.some(({ is_repeat }) => is_repeat === 'true')).toBe(true);
  });

  it('never repeat a complaint number', () => {
    expect(byId.size).toBe(rows.length);
  });
});

it('refuses a period that is none', () => {
  expect(() => createCompany({ ...options, until: '2025-01-01' })).toThrow(RangeError);
});

it('hands over the denominators of some branches by city, and of the others as a whole', () => {
  const lines = createCompany(options).exposureCsv().trim().split('\n').slice(1);
  const cells = lines.map((line) => line.split(','));
  const placesOf = (branch: string) => [
    ...new Set(cells.filter(([, , organisation]) => organisation === branch).map(([, region]) => region)),
  ];
  expect(placesOf('340000')).toEqual(['340100', '340200', '340300', '341200']);
  expect(placesOf('440300')).toEqual(['440304', '440305', '440306', '440307']);
  expect(placesOf('420000')).toEqual(['420000']);
  // parts of a cell are rounded so that they add up: no part is negative
  for (const [, , , , ...figures] of cells)
    for (const figure of figures) expect(Number(figure)).toBeGreaterThanOrEqual(0);
});

it('keeps its dimensions at any scale', () => {
  const size = (complaints: number) => createCompany({ ...options, complaints }).dictionaryCsv('organisation').length;
  expect(size(1000)).toBe(size(5_000_000));
});
