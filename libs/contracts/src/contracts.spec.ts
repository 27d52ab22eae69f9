import { describe, expect, it } from 'vitest';
import {
  ComplaintFilter,
  type Dimension,
  codeOf,
  excluding,
  isExcluding,
  keptAndExcluded,
  IsoDay,
  atLevel,
  canonicalFields,
  clockOf,
  dimensions,
  intakeChannels,
  kinds,
  lines,
  links,
  measureIds,
  measures,
  reasons,
  regions,
  cityOf,
  reportingRegion,
  salesChannels,
  singleListedCities,
  sources,
  statuses,
  sums,
} from './index.ts';

const codeSets = [sources, kinds, statuses, intakeChannels, lines, salesChannels, links, reasons, regions];

describe('code sets', () => {
  it.each(codeSets.map((set) => [set.name, set] as const))(
    '%s has unique codes, each named in both languages',
    (_, set) => {
      expect(new Set(set.codes.map(({ code }) => code)).size).toBe(set.codes.length);
      for (const { label } of set.codes) {
        expect(label.zh).not.toBe('');
        expect(label.en).not.toBe('');
      }
    },
  );

  it.each([lines, reasons].map((set) => [set.name, set] as const))('%s names the parent of every code', (_, set) => {
    const known = new Set(set.codes.map(({ code }) => code));
    for (const code of known) expect(known).toContain(atLevel(code, 1));
  });
});

describe('reportingRegion', () => {
  it('takes a district to its province', () => expect(reportingRegion('340104')).toBe('340000'));
  it('keeps a single-listed city apart from its province', () => expect(reportingRegion('440305')).toBe('440300'));
  it('leaves foreign codes and the unknown alone', () => {
    expect(reportingRegion('TX')).toBe('TX');
    expect(reportingRegion('')).toBe('');
  });
  it.each([
    ['341204', '341200', 'a district of a city'],
    ['341200', '341200', 'a city'],
    ['110105', '110105', 'a district of a municipality'],
    ['110100', '', 'a municipality’s districts together'],
    ['210202', '210202', 'a district of a single-listed city'],
    ['210200', '', 'a single-listed city'],
    ['429004', '429004', 'a county-level city directly under its province'],
    ['429000', '', 'what is directly under a province, none of it named'],
    ['810001', '810001', 'a district of a region without cities'],
    ['340000', '', 'a province'],
    ['TX', '', 'a foreign code'],
    ['', '', 'nothing'],
  ])('has below it, of %s, “%s”: %s', (code, city) => expect(cityOf(code)).toBe(city));
  it('answers only regions that are listed', () => {
    expect(regions.codes).toHaveLength(34 + singleListedCities.length);
    for (const { code } of regions.codes) expect(reportingRegion(code)).toBe(code);
  });
});

describe('the canonical complaint', () => {
  it('names every field once', () => {
    const names = canonicalFields.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
  it('holds a field for every dimension, a list of special groups, a month in the day of sale, and a city in the region', () => {
    const fields = { city: 'region', special_group: 'special_groups', sale_month: 'sale_day' } as Partial<
      Record<Dimension, string>
    >;
    const names = canonicalFields.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(dimensions.map((dimension) => fields[dimension] ?? dimension)));
  });
  it('marks everything that could identify a person', () => {
    const personal = canonicalFields.filter((field) => field.personal).map(({ name }) => name);
    expect(personal).toEqual([
      'agent',
      'complainant_name',
      'complainant_phone',
      'complainant_id_number',
      'policy_number',
      'narrative',
    ]);
  });
});

describe('ComplaintFilter', () => {
  it('reads a list written either way and keeps nothing empty', () => {
    const filter = ComplaintFilter.parse({
      from: '2026-01-01',
      until: '2026-02-01',
      region: '110000, 120000',
      line: ['a', ''],
    });
    expect(filter).toMatchObject({ basis: 'company', region: ['110000', '120000'], line: ['a'], product: [] });
  });
  it('reads what is left out apart from what is kept', () => {
    const { line } = ComplaintFilter.parse({ from: '2026-01-01', until: '2026-02-01', line: 'life,!life.annuity,!' });
    expect(keptAndExcluded(line)).toEqual({ kept: ['life'], excluded: ['life.annuity', ''] });
    expect([excluding('a'), isExcluding('!a'), isExcluding('a'), codeOf('!a'), codeOf('a')]).toEqual([
      ...['!a', true, false, 'a', 'a'],
    ]);
  });
  it('refuses a day that does not exist', () => expect(IsoDay.safeParse('2026-02-30').success).toBe(false));
});

describe('measures', () => {
  it.each(measureIds)('%s is described in both languages, and both of its parts are told by one day', (id) => {
    const measure = measures[id];
    for (const text of [measure.label, measure.unit, measure.definition]) {
      expect(text.zh).toMatch(/\S/);
      expect(text.en).toMatch(/\S/);
    }
    if (measure.kind === 'ratio') expect(sums[measure.denominator]).toBe(sums[measure.numerator]);
    if (measure.kind === 'rate') expect(clockOf(measure)).toBe('received');
  });
  it('has names that tell them apart', () => {
    expect(new Set(measureIds.map((id) => measures[id].label.zh)).size).toBe(measureIds.length);
    expect(new Set(measureIds.map((id) => measures[id].label.en)).size).toBe(measureIds.length);
  });
});
