import type { BacktestOutcome, RuleVariant } from '@tocsin/contracts';

type Tried = Pick<BacktestOutcome, 'perWeek' | 'incidents'>;
type Suggested = NonNullable<BacktestOutcome['suggested']>;

/**
 * The setting that keeps the budget and misses least: of those with at most so many warnings a week the one that finds
 * most incidents, then finds them soonest, then is the mildest. `settings` from the mildest on. Null where none keeps it.
 */
export function suggestion(
  asIs: Tried,
  settings: readonly { readonly variant: RuleVariant; readonly tried: Tried }[],
  budget: number,
): Suggested | null {
  const keeping = [{ variant: {}, tried: asIs }, ...settings].filter(({ tried }) => tried.perWeek <= budget);
  const [first, ...others] = keeping.map(({ variant, tried }) => ({ variant, tried, ...compared(asIs, tried) }));
  if (first === undefined) return null;
  const best = others.reduce((one, other) => (isBetter(other, one) ? other : one), first);
  return {
    ...{ variant: best.variant, perWeek: best.tried.perWeek, caught: best.caught },
    ...{ lost: best.lost, laterDays: best.laterDays, because: because(best, budget, asIs.perWeek) },
  };
}

interface Compared {
  readonly caught: number;
  readonly lost: string[];
  readonly laterDays: number;
}

function compared(asIs: Tried, tried: Tried): Compared {
  const found = new Map(tried.incidents.map(({ id, delayDays }) => [id, delayDays]));
  const before = asIs.incidents.flatMap(({ id, delayDays }) => (delayDays === null ? [] : [{ id, delayDays }]));
  const lost = before.filter(({ id }) => (found.get(id) ?? null) === null).map(({ id }) => id);
  const later = before.map(({ id, delayDays }) => Math.max(0, (found.get(id) ?? delayDays) - delayDays));
  return {
    caught: tried.incidents.filter(({ caught }) => caught).length,
    lost,
    laterDays: later.reduce((sum, days) => sum + days, 0),
  };
}

const isBetter = (one: Compared, other: Compared) =>
  one.caught > other.caught || (one.caught === other.caught && one.laterDays < other.laterDays);

function because({ variant, lost, laterDays }: Compared & { variant: RuleVariant }, budget: number, asIs: number) {
  if (Object.keys(variant).length === 0)
    return {
      zh: `按现有设置每周 ${asIs} 条，已不超过 ${budget} 条。`,
      en: `As it is the rule gives ${asIs} warnings a week, no more than ${budget}.`,
    };
  const cost = lost.length === 0 && laterDays === 0;
  return {
    zh: `不超过每周 ${budget} 条（现为 ${asIs} 条）的设置中，漏掉的已知事件最少：${cost ? '没有漏掉，也没有变晚' : `漏掉 ${lost.length} 起，其余共晚 ${laterDays} 天`}。`,
    en: `Of the settings with at most ${budget} warnings a week (${asIs} as it is) this one misses least: ${cost ? 'nothing is lost or found later' : `${lost.length} incidents are lost, the others are found ${laterDays} days later in all`}.`,
  };
}
