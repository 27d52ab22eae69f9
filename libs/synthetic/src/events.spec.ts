import { addCalendarDays, daysBetween } from '@tocsin/calendar';
import { reportingRegion } from '@tocsin/contracts';
import { describe, expect, it } from 'vitest';
import { type EventKind, type FullRecord, createCompany, eventKinds } from './index.ts';

const company = createCompany({ seed: 11, complaints: 30_000, from: '2024-11-01', until: '2026-11-01' });
const rows = [...company.complaintRows()].filter(({ kind }) => kind === 'complaint');
const { events } = company.truth();
const find = (kind: EventKind) => events.find((event) => event.kind === kind)!;

/** The rows of the event's slice; codes of trees select what lies below them. */
function inSlice(kind: EventKind): FullRecord[] {
  const { slice } = find(kind);
  return rows.filter((row) =>
    Object.entries(slice).every(([name, codes]) => {
      const value = name === 'region' ? reportingRegion(row.region) : row[name as keyof FullRecord];
      return codes.some((code) => value === code || value.startsWith(`${code}.`));
    }),
  );
}

const inside = (kind: EventKind, row: FullRecord) => {
  const { from, until } = find(kind);
  return row.received_at.slice(0, 10) >= from && row.received_at.slice(0, 10) < until;
};

/** Cases a day in the slice during the event, over cases a day before it. */
function rise(kind: EventKind): number {
  const { from, until } = find(kind);
  const slice = inSlice(kind);
  const during = slice.filter((row) => inside(kind, row)).length / daysBetween(from, until);
  const before =
    slice.filter(({ received_at }) => received_at.slice(0, 10) < from).length / daysBetween('2024-11-01', from);
  return during / Math.max(before, 1 / daysBetween('2024-11-01', from));
}

it('labels every kind, in the period, in both languages', () => {
  expect(new Set(events.map(({ kind }) => kind))).toEqual(new Set(eventKinds));
  for (const event of events) {
    expect(event.from >= '2024-11-01' && event.from < event.until && event.until <= '2026-11-01').toBe(true);
    expect(event.description.zh).not.toBe('');
    expect(event.description.en).toMatch(/^[\x20-\x7e’“”ü]+$/);
  }
});

it.each([
  ['typhoon', 3],
  ['mis-sold', 10],
  ['ring', 50],
  ['drift', 2],
] as const)('%s raises its slice at least %d-fold', (kind, fold) => {
  expect(rise(kind)).toBeGreaterThan(fold);
  expect(find(kind).extra).toBeGreaterThan(35);
});

it('brings the typhoon’s complaints two to six weeks after landfall, and tells of water', () => {
  expect(daysBetween(find('typhoon').from, find('typhoon').until)).toBe(28);
  const told = inSlice('typhoon').filter((row) => inside('typhoon', row) && row.narrative.includes('台风'));
  expect(told.length).toBeGreaterThan(30);
});

it('lets the outlet drift, not jump', () => {
  const slice = inSlice('drift').filter((row) => inside('drift', row));
  const { from, until } = find('drift');
  const middle = addCalendarDays(from, Math.floor(daysBetween(from, until) / 2));
  const late = slice.filter(({ received_at }) => received_at.slice(0, 10) >= middle).length;
  expect(late / slice.length).toBeGreaterThan(0.6);
});

describe('the ring', () => {
  const letters = inSlice('ring').filter((row) => inside('ring', row));

  it('writes nearly the same letter, by a few telephones, about policies sold in forty days', () => {
    const alike = letters.filter(({ narrative }) => narrative.includes('全额退还已交保费'));
    expect(alike.length / letters.length).toBeGreaterThan(0.9);
    const phones = new Map<string, number>();
    for (const { complainant_phone } of alike) phones.set(complainant_phone, (phones.get(complainant_phone) ?? 0) + 1);
    expect([...phones.values()].filter((count) => count > 5)).toHaveLength(3);
    const sold = alike.map(({ sale_day }) => sale_day).toSorted();
    expect(daysBetween(sold[0]!, sold.at(-1)!)).toBeLessThan(40);
  });
});

it('leaves nothing in the gap, though much is expected', () => {
  const gap = find('gap');
  expect(rows.filter((row) => row.org_sold.startsWith('130000') && inside('gap', row))).toHaveLength(0);
  const before = addCalendarDays(gap.from, -9);
  const nearby = rows.filter(({ received_at, org_sold }) => {
    const day = received_at.slice(0, 10);
    return org_sold.startsWith('130000') && day >= before && day < gap.from;
  });
  expect(nearby.length).toBeGreaterThan(15);
});

it('uses the old codes before the change and the new ones after', () => {
  const { from } = find('taxonomy');
  const codes = (after: boolean) =>
    new Set(rows.filter(({ received_at }) => received_at.slice(0, 10) >= from === after).map(({ reason }) => reason));
  expect(codes(false)).toContain('sale.exaggeration');
  expect(codes(false)).not.toContain('sale.misleading');
  expect(codes(true)).toContain('sale.misleading');
  expect(codes(true)).toContain('surrender.service');
  expect(codes(true)).not.toContain('sale.promise');
});

it('can be left out', () => {
  const quiet = createCompany({ seed: 11, complaints: 3000, from: '2024-11-01', until: '2026-11-01', events: false });
  expect(quiet.truth().events).toEqual([]);
});

it('labels only what a short period can hold', () => {
  const short = createCompany({ seed: 11, complaints: 300, from: '2026-10-01', until: '2026-11-01' });
  expect(short.truth().events).toEqual([]);
});
