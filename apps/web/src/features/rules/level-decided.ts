import type { Level } from '@tocsin/contracts';
import type { RuleForm } from './rule-form.ts';

/** What decides the level of a rule's warnings; `days-left` and `missed` rise by steps that stand in the rule. */
export type LevelDecided =
  | { readonly by: 'rarity' }
  | { readonly by: 'rule'; readonly level: Level }
  | {
      readonly by: 'days-left';
      readonly steps: readonly { readonly daysLeft: number; readonly level: Level }[];
      readonly overdue: Level | null;
    }
  | { readonly by: 'missed'; readonly yellowFrom: number; readonly orangeFrom: number };

/** By the rule itself where it names a level, by steps for what is due and for feeds, else by how unusual it is. */
export function levelDecided({
  kind,
  method,
  parameters,
}: Pick<RuleForm, 'kind' | 'method' | 'parameters'>): LevelDecided {
  const of = (name: string) => parameters[name];
  if (kind === 'missing-feed')
    return { by: 'missed', yellowFrom: Number(of('yellowFrom') ?? 2), orangeFrom: Number(of('orangeFrom') ?? 3) };
  if (method === 'due-in') {
    const steps = (of('steps') ?? []) as { daysLeft: number; level: Level }[];
    const falling = [...steps].sort((a, b) => b.daysLeft - a.daysLeft);
    return { by: 'days-left', steps: falling, overdue: (of('overdue') ?? null) as Level | null };
  }
  const level = of('level');
  return typeof level === 'string' ? { by: 'rule', level: level as Level } : { by: 'rarity' };
}

/** Whether a rule tells a matter of fact, however probable, in place of judging what is usual. */
export const isFact = ({ kind }: Pick<RuleForm, 'kind'>): boolean => kind === 'trigger' || kind === 'missing-feed';
