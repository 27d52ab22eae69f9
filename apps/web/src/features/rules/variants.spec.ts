import { LevelLimits } from '@tocsin/contracts';
import { describe, expect, it } from 'vitest';
import { emptyForm } from './rule-form.ts';
import { variantsOf, withVariant } from './variants.ts';

const form = emptyForm({ method: 'ears-c2', parameters: { alpha: 0.001, baseline: 28 }, minCount: 3 });

describe('variants of a rule', () => {
  it('are looser and tighter by one field each', () => {
    expect(variantsOf(form)).toEqual([{ 'detector.alpha': 0.005 }, { 'detector.alpha': 0.0002 }, { minCount: 10 }]);
  });

  it('never leave what a chance may be', () => {
    const loose = variantsOf({ ...form, parameters: { alpha: 0.2 } });
    expect(loose).toEqual([{ 'detector.alpha': 0.04 }, { minCount: 10 }]);
  });

  it('of a scan are about how often chance may bring a cluster, however that is said', () => {
    const scan = (limit: object) => emptyForm({ kind: 'scan', method: 'scan', parameters: { windows: 4, limit } });
    expect(variantsOf(scan({ recurrenceDays: 365 }))).toEqual([
      { 'limit.recurrenceDays': 180 },
      { 'limit.recurrenceDays': 730 },
    ]);
    expect(variantsOf(scan({ alpha: 0.01 }))).toEqual([{ 'limit.alpha': 0.05 }, { 'limit.alpha': 0.002 }]);
    expect(withVariant(scan({ recurrenceDays: 365 }), { 'limit.recurrenceDays': 730 })).toEqual({
      parameters: { windows: 4, limit: { recurrenceDays: 730 } },
    });
  });

  it('of a trigger are about its numbers; single cases and deliveries are told whatever they are', () => {
    const trigger = (method: string, parameters: object) =>
      variantsOf(emptyForm({ kind: 'trigger', method, parameters: { ...parameters } }));
    expect(trigger('joint-people', { people: 5, days: 30 })).toEqual([
      { 'trigger.people': 3 },
      { 'trigger.people': 10 },
    ]);
    expect(trigger('repeated-subject', { cases: 2, timesUsual: 6 })).toEqual([
      { 'trigger.cases': 4 },
      { 'trigger.timesUsual': 3 },
      { 'trigger.timesUsual': 9 },
    ]);
    expect(trigger('due-in', { each: 'case', fewest: 5, timesUsual: 2 })).toEqual([]);
    expect(trigger('due-in', { each: 'organisation', timesUsual: 0 })).toEqual([]);
    expect(
      variantsOf(emptyForm({ kind: 'missing-feed', method: 'missing-feed', parameters: { yellowFrom: 2 } })),
    ).toEqual([]);
  });

  it('are put into the form where its fields stand', () => {
    expect(withVariant(form, { 'detector.alpha': 0.01, minCount: 8 })).toEqual({
      parameters: { alpha: 0.01, baseline: 28 },
      minCount: 8,
    });
    expect(withVariant(form, { 'levels.blueBelowP': 0.002 })).toEqual({
      parameters: form.parameters,
      levels: LevelLimits.parse({ blueBelowP: 0.002 }),
    });
    const own = { ...form, levels: LevelLimits.parse({ redFromRatio: 3 }) };
    expect(withVariant(own, { 'levels.blueBelowP': 0.002 }).levels).toMatchObject({
      blueBelowP: 0.002,
      redFromRatio: 3,
    });
    const scan = emptyForm({ kind: 'scan', method: 'scan', parameters: { windows: 4 } });
    expect(withVariant(scan, { windows: 2 })).toEqual({ parameters: { windows: 2 } });
  });
});
