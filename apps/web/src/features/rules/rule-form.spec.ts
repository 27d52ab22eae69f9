import { AnyRule, RuleDraft } from '@tocsin/contracts';
import { describe, expect, it } from 'vitest';
import { draftOf, emptyForm, formOf, freeId, withMethod } from './rule-form.ts';

const label = { zh: '一条规则', en: 'A rule' };
const rules = [
  {
    kind: 'series',
    measure: 'complaints',
    where: { region: ['370000'] },
    split: [{ dimension: 'line', level: 1 }],
    grain: 'week',
    minCount: 3,
    budgetPerWeek: 2,
    detector: { name: 'ears-c2', alpha: 0.01 },
  },
  { kind: 'scan', over: 'cities', limit: { alpha: 0.01 }, where: { line: ['life'] } },
  { kind: 'trigger', trigger: { name: 'repeated-subject', subject: 'agent', cases: 4 } },
  { kind: 'missing-feed', yellowFrom: 4 },
].map((one) => AnyRule.parse({ id: 'a-rule', label, version: 3, ...one }));

describe('the form of a rule', () => {
  it.each(rules.map((rule) => [rule.kind, rule] as const))('loses nothing of a rule of kind %s', (_, rule) => {
    const { version: _version, removed: _removed, ...content } = rule;
    expect(RuleDraft.parse(draftOf(formOf(rule)))).toEqual(content);
  });

  it('lets one language speak for both, and leaves empty lists out', () => {
    const draft = draftOf(emptyForm({ label: { zh: '只有中文', en: '' }, where: { region: [], line: ['life'] } }));
    expect(draft).toMatchObject({ label: { zh: '只有中文', en: '只有中文' }, where: { line: ['life'] } });
    expect(draft).not.toHaveProperty('where.region');
  });

  it('takes a method with its defaults and a grain that it can judge', () => {
    const info = {
      ...{ name: 'peer-median', kind: 'series' as const, label, description: label, needs: label },
      ...{ parameters: {}, fields: [], history: 0, defaults: { factor: 1 }, grains: ['quarter' as const] },
    };
    const next = withMethod(emptyForm(), info);
    expect(next).toEqual({ kind: 'series', method: 'peer-median', grain: 'quarter', parameters: { factor: 1 } });
  });

  it('is given an id that nobody has', () => {
    const form = emptyForm({ measure: 'leading:media-mentions', method: 'ears-c2' });
    expect(freeId(form, [])).toBe('leading-media-mentions-ears-c2');
    expect(freeId(form, ['leading-media-mentions-ears-c2'])).toBe('leading-media-mentions-ears-c2-2');
  });
});
