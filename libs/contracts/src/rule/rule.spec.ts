import { describe, expect, it } from 'vitest';
import { AnyRule, Detector, RuleDraft, detectorGrains, leadingIds, referenceTable } from '../index.ts';

const kept = {
  id: 'total-daily',
  version: 1,
  label: { zh: '全司', en: 'Company' },
  enabled: true,
  measure: 'complaints',
  basis: 'company',
  where: {},
  split: [],
  grain: 'day',
  minCount: 5,
  detector: { name: 'ears-c2' },
};
const { version: _, ...written } = kept;

/** `path: message` of everything that is wrong with a draft. */
const faults = (draft: unknown) =>
  (RuleDraft.safeParse(draft).error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);

describe('a kept rule', () => {
  it('of a time before there were kinds is a series rule, with the defaults of everything that was not said', () => {
    expect(AnyRule.parse(kept)).toMatchObject({
      kind: 'series',
      detector: { name: 'ears-c2', baseline: 28, alpha: 0.001, minSigma: 0.5 },
      ...{ owner: '', activeHours: null, coolDownDays: null, hysteresis: null, budgetPerWeek: null, levels: null },
      removed: false,
    });
  });

  it('with a detector that nobody knows is refused', () => {
    expect(AnyRule.safeParse({ ...kept, detector: { name: 'crystal-ball' } }).success).toBe(false);
  });
});

describe('a draft', () => {
  it.each([
    ['series', { ...written }],
    ['scan', { id: 'places', label: kept.label, kind: 'scan', over: 'regions' }],
    ['trigger', { id: 'media', label: kept.label, kind: 'trigger', trigger: { name: 'media' } }],
    ['missing-feed', { id: 'feeds', label: kept.label, kind: 'missing-feed' }],
  ])('of kind %s needs little', (kind, draft) => expect(RuleDraft.parse(draft)).toMatchObject({ kind, enabled: true }));

  it('is refused with a field or parameter that does not exist, for it would be lost unseen', () => {
    expect(faults({ ...written, minimum: 3 })).toEqual([expect.stringContaining('minimum')]);
    expect(faults({ ...written, detector: { name: 'ears-c2', alfa: 0.1 } })).toEqual([expect.stringContaining('alfa')]);
    expect(faults({ ...written, version: 2 })).toEqual([expect.stringContaining('version')]);
  });

  it.each([
    [{ grain: 'week', detector: { name: 'daily-regression' } }, 'grain: daily-regression judges buckets of day'],
    [
      { measure: 'per_10k_policies', grain: 'quarter' },
      'detector.name: a rate is judged by threshold, change, peer-median',
    ],
    [
      { measure: 'per_10k_policies', detector: { name: 'threshold', atLeast: 1, level: 'red' } },
      'grain: a rate needs month or quarter: its denominator is known by the month',
    ],
    [
      { grain: 'quarter', detector: { name: 'peer-median', sector: 'life' } },
      'measure: peer-median compares rates, not numbers of cases',
    ],
    [{ split: [{ dimension: 'region', level: 2 }] }, 'split.0.level: region has no levels'],
    [{ split: [{ dimension: 'line' }, { dimension: 'line', level: 1 }] }, 'split.1.dimension: line is there twice'],
    [
      { measure: 'leading:enquiries', split: [{ dimension: 'product' }] },
      'split.0.dimension: leading series are known by region, organisation, line, intake_channel',
    ],
    [
      { measure: 'per_10k_policies', split: [{ dimension: 'product' }] },
      'split.0.dimension: premium, policies and person-times are known by region, city, organisation, line',
    ],
    [
      { measure: 'per_10k_policies', where: { sales_channel: ['bancassurance'] } },
      'where.sales_channel: premium, policies and person-times are known by region, city, organisation, line',
    ],
  ])('%j: %s', (changed, fault) => expect(faults({ ...written, ...changed })).toContain(fault));
});

it('every detector says which buckets it judges', () => {
  const names = Detector.options.map((one) => one.shape.name.value);
  expect(Object.keys(detectorGrains).sort()).toEqual([...names].sort());
});

it('the leading series that rules may watch are those that the company may hand over', () => {
  const column = referenceTable('leading')?.columns.find(({ name }) => name === 'series');
  expect(column?.options?.map(({ value }) => value)).toEqual([...leadingIds]);
});
