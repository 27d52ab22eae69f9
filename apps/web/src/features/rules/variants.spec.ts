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

  it('are put into the form where its fields stand', () => {
    expect(withVariant(form, { 'detector.alpha': 0.01, minCount: 8 })).toEqual({
      parameters: { alpha: 0.01, baseline: 28 },
      minCount: 8,
    });
    const scan = emptyForm({ kind: 'scan', method: 'scan', parameters: { windows: 4 } });
    expect(withVariant(scan, { windows: 2 })).toEqual({ parameters: { windows: 2 } });
  });
});
