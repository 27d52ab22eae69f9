import { dayKind, isoDay, weekday } from '@tocsin/calendar';
import { dayNumber } from '@tocsin/calendar';
import { describe, expect, it } from 'vitest';
import { type FullRecord, createCompany } from './index.ts';

// Two whole years without labelled events: what is published is about ordinary years.
const company = createCompany({ seed: 20, complaints: 60_000, from: '2024-01-01', until: '2026-01-01', events: false });
const rows = [...company.complaintRows()];
const complaints = rows.filter(({ kind }) => kind === 'complaint');

const share = (all: readonly FullRecord[], is: (row: FullRecord) => boolean): number =>
  (100 * all.filter(is).length) / all.length;

const life = complaints.filter(({ line }) => line.startsWith('life'));
const property = complaints.filter(({ line }) => line.startsWith('property'));

describe('shares published for 2021–23', () => {
  it.each([
    ['property 理赔', property, (row: FullRecord) => row.reason.startsWith('claim'), 71, 84],
    ['property 销售', property, (row: FullRecord) => row.reason.startsWith('sale'), 8, 12],
    ['车险', property, (row: FullRecord) => row.line === 'property.motor', 32, 64],
    ['life 销售', life, (row: FullRecord) => row.reason.startsWith('sale'), 48, 53],
    ['life 退保', life, (row: FullRecord) => row.reason.startsWith('surrender'), 25.5, 28.5],
    ['普通寿险', life, (row: FullRecord) => row.line === 'life.traditional', 41, 54],
    ['疾病险', life, (row: FullRecord) => row.line === 'life.critical-illness', 18, 23],
    ['property of all', complaints, (row: FullRecord) => row.line.startsWith('property'), 35, 44],
    ['监管转办', complaints, (row: FullRecord) => row.source === 'regulator', 50.7, 52.7],
    ['phone', complaints, (row: FullRecord) => row.intake_channel === 'phone', 18, 20],
    ['visit', complaints, (row: FullRecord) => row.intake_channel === 'visit', 14, 16.5],
    ['life in 山东', life, (row: FullRecord) => row.org_sold.startsWith('370000'), 25.5, 28.5],
    ['life in 吉林', life, (row: FullRecord) => row.org_sold.startsWith('220000'), 19, 22],
    ['life in 河北', life, (row: FullRecord) => row.org_sold.startsWith('130000'), 12.8, 15],
    ['life in 河南', life, (row: FullRecord) => row.org_sold.startsWith('410000'), 10.2, 12.4],
    ['life in 四川', life, (row: FullRecord) => row.org_sold.startsWith('510000'), 7.7, 9.5],
  ])('%s', (_, all, is, least, most) => {
    expect(share(all, is)).toBeGreaterThan(least);
    expect(share(all, is)).toBeLessThan(most);
  });
});

describe('rates', () => {
  const sums = {
    property: { complaints: 0, premium: 0, policies: 0 },
    life: { complaints: 0, premium: 0, policies: 0 },
  };
  for (const line of company.exposureCsv().trim().split('\n').slice(1)) {
    const [, , , code = '', premium, policies] = line.split(',');
    const sector = sums[code.startsWith('life') ? 'life' : 'property'];
    sector.premium += Number(premium);
    sector.policies += Number(policies);
  }
  sums.life.complaints = life.filter(({ source }) => source === 'regulator').length;
  sums.property.complaints = property.filter(({ source }) => source === 'regulator').length;

  it('lie among the published medians per 100 million yuan', () => {
    expect((sums.property.complaints / sums.property.premium) * 1e8).toBeGreaterThan(3.58);
    expect((sums.property.complaints / sums.property.premium) * 1e8).toBeLessThan(7.01);
    expect((sums.life.complaints / sums.life.premium) * 1e8).toBeGreaterThan(1);
    expect((sums.life.complaints / sums.life.premium) * 1e8).toBeLessThan(2.48);
  });

  it('and per 10,000 policies', () => {
    expect((sums.property.complaints / sums.property.policies) * 1e4).toBeGreaterThan(0.25);
    expect((sums.property.complaints / sums.property.policies) * 1e4).toBeLessThan(0.49);
    expect((sums.life.complaints / sums.life.policies) * 1e4).toBeGreaterThan(0.19);
    expect((sums.life.complaints / sums.life.policies) * 1e4).toBeLessThan(0.27);
  });
});

describe('the shape of the year', () => {
  const byDay = new Map<string, number>();
  for (const { received_at } of complaints) {
    const day = received_at.slice(0, 10);
    byDay.set(day, (byDay.get(day) ?? 0) + 1);
  }
  const days = Array.from({ length: 731 }, (_, index) => isoDay(dayNumber('2024-01-01') + index));
  const mean = (chosen: readonly string[]): number =>
    chosen.reduce((sum, day) => sum + (byDay.get(day) ?? 0), 0) / chosen.length;
  const workdays = days.filter((day) => dayKind(day).kind === 'workday');
  const ordinary = mean(workdays);

  it('holds exactly the complaints asked for, but for those not yet entered', () => {
    expect(complaints.length).toBeLessThanOrEqual(60_000);
    expect(complaints.length).toBeGreaterThan(59_500);
  });

  it('rests at weekends, more on holidays, most in the Spring Festival', () => {
    const weekend = mean(days.filter((day) => dayKind(day).kind === 'weekend'));
    const festival = mean(
      days.filter((day) => {
        const kind = dayKind(day);
        return kind.kind === 'holiday' && kind.festival === 'spring-festival';
      }),
    );
    expect(weekend / ordinary).toBeGreaterThan(0.25);
    expect(weekend / ordinary).toBeLessThan(0.42);
    expect(festival / ordinary).toBeLessThan(0.2);
  });

  it('works on make-up days and starts the week busy', () => {
    expect(mean(days.filter((day) => dayKind(day).kind === 'make-up-workday')) / ordinary).toBeGreaterThan(0.65);
    const monday = mean(workdays.filter((day) => weekday(day) === 1));
    expect(monday).toBeGreaterThan(mean(workdays.filter((day) => weekday(day) === 5)));
  });

  it('peaks around 15 March', () => {
    expect(mean(['2024-03-15', '2024-03-18', '2025-03-14', '2025-03-17']) / ordinary).toBeGreaterThan(1.3);
  });

  it('complains of sales after the sales season', () => {
    const sale = (months: readonly string[]) =>
      share(
        life.filter((row) => months.includes(row.received_at.slice(5, 7))),
        (row) => row.reason.startsWith('sale'),
      );
    expect(sale(['03', '04', '05'])).toBeGreaterThan(sale(['01', '02']) + 4);
  });
});

describe('late reporting', () => {
  const delays = complaints.map(
    ({ received_at, arrived_at }) => (Date.parse(arrived_at) - Date.parse(received_at)) / 864e5,
  );
  const within = (days: number) => (100 * delays.filter((delay) => delay <= days).length) / delays.length;

  it('enters two thirds on the day, nine in ten in three days, and a few after weeks', () => {
    expect(Math.min(...delays)).toBeGreaterThan(0);
    expect(within(0.25)).toBeGreaterThan(60);
    expect(within(3)).toBeGreaterThan(89);
    expect(within(3)).toBeLessThan(93);
    expect(within(20)).toBeLessThan(99.9);
  });
});
