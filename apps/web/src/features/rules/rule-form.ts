import type {
  ActiveHours,
  AnyRule,
  Basis,
  CountId,
  DetectorInfo,
  Dimension,
  Hysteresis,
  LevelLimits,
  RuleDraftInput,
  RuleGrain,
  RuleKind,
  RuleMeasure,
  Sentence,
} from '@tocsin/contracts';

/** A rule while it is being written: every kind has the same shape, so that a form can go from one to another. */
export interface RuleForm {
  kind: RuleKind;
  id: string;
  label: Sentence;
  enabled: boolean;
  owner: string;
  activeHours: ActiveHours | null;
  coolDownDays: number | null;
  hysteresis: Hysteresis | null;
  budgetPerWeek: number | null;
  levels: LevelLimits | null;
  measure: RuleMeasure;
  basis: Basis;
  where: Partial<Record<Dimension, string[]>>;
  split: { dimension: Dimension; level?: number | undefined }[];
  grain: RuleGrain;
  minCount: number;
  /** The name in the catalogue: a detector's, a trigger's, `scan`, `missing-feed`. */
  method: string;
  parameters: Record<string, unknown>;
}

const common = [
  'id',
  'label',
  'enabled',
  'owner',
  'activeHours',
  'coolDownDays',
  'hysteresis',
  'budgetPerWeek',
] as const;
const beside = new Set<string>([
  ...common,
  'levels',
  'kind',
  'version',
  'removed',
  'measure',
  'basis',
  'where',
  'grain',
]);

/** What a new rule begins with. */
export const emptyForm = (given: Partial<RuleForm> = {}): RuleForm => ({
  ...{ kind: 'series', id: '', label: { zh: '', en: '' }, enabled: true, owner: '' },
  ...{ activeHours: null, coolDownDays: null, hysteresis: null, budgetPerWeek: null, levels: null },
  ...{ measure: 'complaints', basis: 'company', where: {}, split: [], grain: 'week', minCount: 5 },
  ...{ method: 'farrington-flexible', parameters: {} },
  ...given,
});

/** The first choice for a grain. */
export const methodFor = (grain: RuleGrain): string =>
  ({ day: 'daily-regression', week: 'farrington-flexible', month: 'farrington-flexible', quarter: 'change' })[grain];

/** A kept rule as a form. */
export function formOf(rule: AnyRule): RuleForm {
  const { version: _, removed: __, ...kept } = rule;
  const own = Object.fromEntries(Object.entries(kept).filter(([name]) => !beside.has(name)));
  const named = (one: { name: string }) => {
    const { name, ...parameters } = one;
    return { method: name, parameters };
  };
  if (kept.kind === 'series') {
    const { detector, ...rest } = kept;
    return emptyForm({ ...rest, ...named(detector) });
  }
  if (kept.kind === 'trigger') {
    const { trigger, ...rest } = kept;
    return emptyForm({ ...rest, ...named(trigger) });
  }
  if (kept.kind === 'scan') {
    const { measure, basis, where, grain } = kept;
    return emptyForm({
      ...commonOf(kept),
      kind: 'scan',
      measure,
      basis,
      where,
      grain,
      method: 'scan',
      parameters: own,
    });
  }
  return emptyForm({ ...commonOf(kept), kind: 'missing-feed', method: 'missing-feed', parameters: own });
}

function commonOf(from: Pick<RuleForm, (typeof common)[number] | 'levels'>) {
  const { id, label, enabled, owner, activeHours, coolDownDays, hysteresis, budgetPerWeek, levels } = from;
  return { id, label, enabled, owner, activeHours, coolDownDays, hysteresis, budgetPerWeek, levels };
}

/** The form as the server wants it: what the kind has no use for is left out, and lists that keep nothing too. */
export function draftOf(form: RuleForm): RuleDraftInput {
  const { kind, measure, basis, grain, split, minCount, method, parameters } = form;
  const where = Object.fromEntries(Object.entries(form.where).filter(([, codes]) => codes.length > 0));
  const told = { ...commonOf(form), label: { zh: form.label.zh || form.label.en, en: form.label.en || form.label.zh } };
  const drafts: Record<RuleKind, object> = {
    series: { measure, basis, where, split, grain, minCount, detector: { name: method, ...parameters } },
    scan: { measure: measure as CountId, basis, where, grain, ...parameters },
    trigger: { basis, where, trigger: { name: method, ...parameters } },
    'missing-feed': parameters,
  };
  return { ...told, kind, ...drafts[kind] } as RuleDraftInput;
}

/** The form with another method: its parameters are that method's defaults, and the grain one that it can judge. */
export function withMethod(form: RuleForm, { name, kind, defaults, grains }: DetectorInfo): Partial<RuleForm> {
  const [first] = grains;
  const grain = first === undefined || grains.includes(form.grain) ? form.grain : first;
  return { kind, method: name, grain, parameters: copyOf(defaults) };
}

/** An id made of what a rule is about; free as far as `taken` says. */
export function freeId({ measure, method, kind }: RuleForm, taken: readonly string[]): string {
  const about = kind === 'series' ? `${measure}-${method}` : method;
  const stem = about
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 54);
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? stem : `${stem}-${number}`;
    if (!taken.includes(id)) return id;
  }
}

/** A copy that shares nothing. Forms are plain data, but a component is handed proxies, which cannot be cloned as they are. */
export const copyOf = <Plain>(plain: Plain): Plain => JSON.parse(JSON.stringify(plain)) as Plain;
