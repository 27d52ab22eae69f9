import { type IsoDay, type Level, type ScanRule, levels } from '@tocsin/contracts';
import { policyOf } from '@tocsin/alerting';
import type { Signal } from '@tocsin/warehouse';
import { inDigits } from '../rule-signals.ts';
import { clusterSentence } from './cluster-words.ts';
import type { FoundCluster, Scan } from './scan-question.ts';
import { type StandingCluster, namedClusters } from './standing-clusters.ts';
import { splitOver } from './scan-places.ts';

/** Days from one scan of a rule to the next. */
export const daysBetweenScans = { day: 1, week: 7 } as const;

/** The p that a cluster of a rule must not exceed. */
export const alphaOf = ({ limit, grain }: Pick<ScanRule, 'limit' | 'grain'>): number =>
  'alpha' in limit ? limit.alpha : Math.min(0.5, daysBetweenScans[grain] / limit.recurrenceDays);

interface Bucket {
  readonly bucket: IsoDay;
  readonly standing: readonly StandingCluster[];
  /** Series that were written for the bucket before, and may not be clusters any more. */
  readonly written: readonly StandingCluster[];
  readonly at: Date;
}

/**
 * What a scan says of one bucket: an excess for each cluster, and of each former one what its places have now. Where the
 * scan could not be made, former clusters have no data: their warnings neither rise nor end.
 */
export function bucketSignals(rule: ScanRule, scan: Scan, { bucket, standing, written, at }: Bucket): Signal[] {
  const base = {
    ...{ ruleId: rule.id, ruleVersion: rule.version, slice: {}, grain: rule.grain, bucket },
    evaluatedAt: at.toISOString(),
  };
  const counted = scan.clusters.filter(({ observed }) => observed >= rule.minCount);
  const found = namedClusters(counted, standing).map(({ key, cluster }): Signal => {
    const { observed, expected, upper, pValue, score } = cluster;
    return {
      ...{ ...base, seriesKey: key, observed, pValue, verdict: 'excess', level: levelOf(rule, cluster) },
      ...{ expected: inDigits(expected), upper, score: inDigits(score), members: membersOf(rule, cluster) },
      note: clusterSentence(cluster, { grain: rule.grain, days: daysBetweenScans[rule.grain], leftOut: scan.leftOut }),
    };
  });
  const keys = new Set(found.map(({ seriesKey }) => seriesKey));
  const former = new Map([...written, ...standing].map((one) => [one.key, one]));
  const over = [...former.values()]
    .filter(({ key }) => !keys.has(key))
    .map((one): Signal => {
      const none = { ...base, seriesKey: one.key, pValue: null, score: null, level: '', note: null } as const;
      if (scan.cannot !== null) return { ...none, observed: null, expected: null, upper: null, verdict: 'no-data' };
      const { observed, expected, upper } = scan.newestOf(one.codes);
      return { ...none, observed, expected: inDigits(expected), upper, verdict: 'normal' };
    });
  return [...found, ...over];
}

/**
 * The rule's level, or one above it for a cluster ten times less probable than the rule asks for, that is also as far above
 * expectation as a red single series has to be.
 */
function levelOf(rule: ScanRule, { observed, expected, pValue }: FoundCluster): Level {
  const { redFromRatio, redFromExcess } = policyOf(rule).levels;
  const isLarge = observed >= redFromRatio * expected && observed - expected >= redFromExcess;
  const above = levels[levels.indexOf(rule.level) + 1];
  return isLarge && pValue <= alphaOf(rule) / 10 && above !== undefined ? above : rule.level;
}

function membersOf({ over }: ScanRule, { members, observed, expected }: FoundCluster): Signal['members'] {
  const { dimension } = splitOver[over];
  return members.map((member) => {
    const excess = member.observed - member.expected;
    return {
      ...{ dimension, code: member.code, observed: member.observed, expected: inDigits(member.expected) },
      ...{ excess: inDigits(excess), share: inDigits(excess / (observed - expected)) },
    };
  });
}
