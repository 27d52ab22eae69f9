import type { RuleVariant } from '@tocsin/contracts';
import type { RuleForm } from './rule-form.ts';

type Value = RuleVariant[string];

/** Parameters whose larger value makes a rule calmer, and by how much a looser and a tighter rule differ. */
const steps: Readonly<Record<string, (value: number) => readonly number[]>> = {
  alpha: (value) => [value * 5, value / 5].filter((one) => one < 0.5),
  factor: (value) => [Math.max(1.1, value - 0.25), value + 0.5],
  limit: (value) => [value - 1.5, value + 2].filter((one) => one > 0),
  runLength: (value) => [Math.max(20, value / 4), value * 4].filter((one) => one <= 10_000),
  atLeast: (value) => [value * 0.75, value * 1.5].map(Math.ceil),
};

/** The path of a parameter in a rule of its kind. */
const pathOf = ({ kind }: RuleForm, name: string): string =>
  kind === 'series' ? `detector.${name}` : kind === 'trigger' ? `trigger.${name}` : name;

const tidy = (value: number) => Number(value.toPrecision(2));

/** Looser and tighter ways to set the same rule, worth comparing it with; one field differs in each. */
export function variantsOf(form: RuleForm): RuleVariant[] {
  const own = Object.entries(form.parameters).flatMap(([name, value]) =>
    typeof value === 'number' && steps[name]
      ? steps[name](value).map((one) => ({ [pathOf(form, name)]: tidy(one) }))
      : [],
  );
  const fewest = form.kind === 'series' ? [{ minCount: Math.max(10, form.minCount * 2) }] : [];
  return [...own, ...fewest];
}

/** The form with the fields of a variant: what is below `detector` and `trigger` is among its parameters. */
export function withVariant(form: RuleForm, variant: RuleVariant): Partial<RuleForm> {
  const parameters = { ...form.parameters };
  const rest: Record<string, Value> = {};
  for (const [path, value] of Object.entries(variant)) {
    const [, below] = /^(?:detector|trigger)\.(.+)$/.exec(path) ?? [];
    if (below !== undefined) parameters[below] = value;
    else if (path in parameters) parameters[path] = value;
    else rest[path] = value;
  }
  return { ...rest, parameters };
}
