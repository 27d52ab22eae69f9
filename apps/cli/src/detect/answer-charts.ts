import { generalisedCusum, lrCusum, plainCusum, seasonalMeans } from '@tocsin/detection';
import { CommandFailure } from '../command-failure.ts';
import { CusumControl, GlrControl } from './r-control.ts';
import type { Run, SeriesFile } from './series-file.ts';

const countsOf = ({ observed }: SeriesFile) => observed.map((count) => count ?? 0);

/** R's `algo.cusum`. */
export function answerCusum(file: SeriesFile, { control, range1based }: Run) {
  const { k, h, m, trans, alpha } = CusumControl.parse(control);
  const [first, last] = range1based;
  const counts = countsOf(file);
  const inRange = counts.slice(first - 1, last);
  const known = cusumMeans(file, counts, m, range1based);
  const means = inRange.map((_, i) => known[known.length === 1 ? 0 : i] ?? 0);
  const points = plainCusum(inRange, means, {
    k: k ?? 1.04,
    h: h ?? 2.26,
    transformation: trans ?? 'standard',
    extra: alpha ?? 0.1,
  });
  return {
    m: known,
    cusum: points.map(({ statistic }) => statistic),
    alarm: points.map(({ isAlarm }) => Number(isAlarm)),
    upperbound: points.map(({ upper }) => upper),
  };
}

/** The expected counts: given, or the mean of what came before the range, or a seasonal regression on it. */
function cusumMeans(
  file: SeriesFile,
  counts: readonly number[],
  m: number | 'glm' | number[] | null | undefined,
  [first, last]: readonly [number, number],
): number[] {
  if (typeof m === 'number') return [m];
  if (Array.isArray(m)) return m;
  if (m === 'glm') {
    const model = { perYear: file.freq ?? 52, harmonics: 1, trend: false, family: 'poisson' } as const;
    return seasonalMeans(counts, first - 1, model).means.slice(first - 1, last);
  }
  const before = counts.slice(0, first - 1);
  return [before.reduce((sum, count) => sum + count, 0) / before.length];
}

/** R's `algo.glrnb`: a likelihood-ratio chart where `theta` says for what change, else a generalised one. */
export function answerGlr(file: SeriesFile, { control, range1based }: Run) {
  const parsed = GlrControl.safeParse(control);
  if (!parsed.success)
    throw new CommandFailure(`The control of ${file.name} cannot be used: ${parsed.error.message}`, 2);
  const given = parsed.data;
  const [first, last] = range1based;
  const counts = countsOf(file);
  const inRange = counts.slice(first - 1, last);
  const { means, extra } = glrMeans(file, counts, given, range1based);
  const limit = given['c.ARL'] ?? 5;
  const hasCases = given.ret === 'cases';
  if (typeof given.theta === 'number') {
    const points = lrCusum(inRange, means, { kappa: given.theta, limit, extra });
    return {
      statistic: points.map(({ statistic, upper }) => (hasCases ? upper : statistic)),
      alarm: points.map(({ isAlarm }) => Number(isAlarm)),
    };
  }
  const { points, upperAt } = generalisedCusum(inRange, means, {
    limit,
    extra,
    direction: given.dir ?? 'inc',
    youngest: Math.max(1, given.Mtilde ?? 1),
    oldest: given.M ?? -1,
    compat: 'r-surveillance',
  });
  return {
    statistic: points.map(({ statistic }, i) => (hasCases ? upperAt(i) : statistic)),
    alarm: points.map(({ isAlarm }) => Number(isAlarm)),
  };
}

/** The expected counts of the range, with their variance beyond Poisson: given, or from a seasonal regression. */
function glrMeans(
  file: SeriesFile,
  counts: readonly number[],
  { mu0, alpha }: { mu0?: unknown; alpha?: number | null | undefined },
  [first, last]: readonly [number, number],
): { means: number[]; extra: number } {
  const given = Array.isArray(mu0) ? (mu0 as number[]) : file.mu0;
  if (given) return { means: given, extra: alpha ?? file.alpha ?? 0 };
  const { S, trend } = (mu0 ?? {}) as { S?: number | null; trend?: boolean | null };
  const fitted = seasonalMeans(counts, file.trainRange?.[1] ?? first - 1, {
    perYear: file.freq ?? 52,
    harmonics: S ?? 1,
    trend: trend ?? false,
    family: alpha === 0 ? 'poisson' : 'negative-binomial',
  });
  return { means: fitted.means.slice(first - 1, last), extra: alpha ?? fitted.extra };
}
