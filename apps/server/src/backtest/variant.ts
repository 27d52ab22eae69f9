import { AnyRule, LevelLimits, RuleDraft, type RuleVariant } from '@tocsin/contracts';
import { z } from 'zod';

/** Fields that are null until somebody wants them otherwise, with what they then begin with. */
const begun: Readonly<Record<string, () => object>> = { levels: () => LevelLimits.parse({}) };

/**
 * The rule with some fields different; undefined where it has no such field, so that one alternative can be tried on many
 * rules. Throws a ZodError for values that the field refuses.
 */
export function withVariant(rule: AnyRule, variant: RuleVariant): AnyRule | undefined {
  const changed = structuredClone(rule) as Record<string, unknown>;
  for (const [path, value] of Object.entries(variant)) {
    const names = path.split('.');
    const last = names.pop() ?? '';
    let holder: Record<string, unknown> = changed;
    for (const name of names) {
      const inner = holder[name] ?? begun[name]?.();
      if (typeof inner !== 'object' || inner === null || !(name in holder)) return undefined;
      holder[name] = inner;
      holder = inner as Record<string, unknown>;
    }
    if (!(last in holder) || ['id', 'version', 'kind', 'removed'].includes(path)) return undefined;
    holder[last] = value;
  }
  const { version, removed, ...draft } = changed;
  return AnyRule.parse({ ...RuleDraft.parse(draft), version, removed });
}

/** A draft as the rule that is tried, as if it were the first version. */
export const ruleOfDraft = (draft: RuleDraft): AnyRule => AnyRule.parse({ ...draft, version: 1 });

/** `detector.alpha: too small`, for people. */
export const faultsOf = (error: z.ZodError): string =>
  error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
