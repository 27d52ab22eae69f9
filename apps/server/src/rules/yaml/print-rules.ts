import { type RuleDraft, ruleFields } from '@tocsin/contracts';
import { stringify } from 'yaml';

/** Rules as YAML, one document each, in the order given; what is as it would be anyway is left out. */
export function printRules(drafts: readonly RuleDraft[]): string {
  return drafts.map((draft) => stringify(shortened(draft), { lineWidth: 0 })).join('---\n');
}

function shortened(draft: RuleDraft): object {
  const { id, kind, ...rest } = draft;
  const said = Object.entries(rest).filter(([name, value]) => !isDefault(name, value));
  return { id, kind, ...Object.fromEntries(said) };
}

/** Of the fields that every rule has. `enabled` is always said: nobody should have to know what silence means. */
function isDefault(name: string, value: unknown): boolean {
  if (name === 'enabled' || !(name in ruleFields)) return false;
  const usual = ruleFields[name as keyof typeof ruleFields].safeParse(undefined);
  return usual.success && usual.data === value;
}
