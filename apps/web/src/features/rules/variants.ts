import type { RuleVariant } from '@tocsin/contracts';
import { DEFAULT_LIMITS } from './default-limits.ts';
import type { RuleForm } from './rule-form.ts';

type Value = RuleVariant[string];

/** Parameters that make a rule calmer or louder: what a looser and a tighter rule have. */
const steps: Readonly<Record<string, (value: number) => readonly number[]>> = {
  alpha: (value) => [value * 5, value / 5].filter((one) => one < 0.5),
  factor: (value) => [Math.max(1.1, value - 0.25), value + 0.5],
  limit: (value) => [value - 1.5, value + 2].filter((one) => one > 0),
  runLength: (value) => [Math.max(20, value / 4), value * 4].filter((one) => one <= 10_000),
  atLeast: (value) => [value * 0.75, value * 1.5].map(Math.ceil),
  recurrenceDays: (value) => [Math.max(7, value / 2), Math.min(36_500, value * 2)],
  people: (value) => [Math.max(2, value * 0.6), value * 2].map(Math.ceil),
  cases: (value) => [Math.max(2, value - 1), value + 2],
  timesUsual: (value) => [value / 2, value * 1.5].filter((one) => one > 0 && one <= 100),
};

/** The path of a parameter in a rule of its kind. */
const pathOf = ({ kind }: RuleForm, name: string): string =>
  kind === 'series' ? `detector.${name}` : kind === 'trigger' ? `trigger.${name}` : name;

const tidy = (value: number) => Number(value.toPrecision(2));

/** Numbers among the parameters by their names below the rule or its trigger; of a scan's limit the one that is set. */
function numbersOf({ parameters }: RuleForm): (readonly [name: string, value: number])[] {
  // Every single case that is due is told: none of the numbers matters.
  if (parameters['each'] === 'case') return [];
  return Object.entries(parameters).flatMap(([name, value]) => {
    if (typeof value === 'number') return [[name, value] as const];
    if (name !== 'limit' || typeof value !== 'object' || value === null) return [];
    return Object.entries(value).map(([inner, limit]) => [`${name}.${inner}`, Number(limit)] as const);
  });
}

/** Looser and tighter ways to set the same rule, worth comparing it with; one field differs in each. */
export function variantsOf(form: RuleForm): RuleVariant[] {
  const own = numbersOf(form).flatMap(([name, value]) =>
    (steps[name.split('.').at(-1) ?? name]?.(value) ?? [])
      .map(tidy)
      .filter((one) => one !== value)
      .map((one) => ({ [pathOf(form, name)]: one })),
  );
  const fewest = form.kind === 'series' ? [{ minCount: Math.max(10, form.minCount * 2) }] : [];
  return [...own, ...fewest];
}

/** The form with the fields of a variant: what is below `detector` and `trigger` is among its parameters, what is below `levels` a limit of them. */
export function withVariant(form: RuleForm, variant: RuleVariant): Partial<RuleForm> {
  const parameters = { ...form.parameters };
  const rest: Record<string, Value> = {};
  let { levels } = form;
  for (const [path, value] of Object.entries(variant)) {
    const [, holder, below = ''] = /^(detector|trigger|limit|levels)\.(.+)$/.exec(path) ?? [];
    if (holder === 'levels') levels = { ...(levels ?? DEFAULT_LIMITS), [below]: value };
    else if (holder === 'limit') parameters[holder] = { [below]: value };
    else if (holder !== undefined) parameters[below] = value;
    else if (path in parameters) parameters[path] = value;
    else rest[path] = value;
  }
  return { ...rest, ...(levels === form.levels ? {} : { levels }), parameters };
}
