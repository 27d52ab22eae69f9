import { clusterHeadline, type NameOf } from '@tocsin/alerting';
import { type FeedRule, type PreviewRuleReply, type ScanRule, type TriggerRule, levels } from '@tocsin/contracts';
import { zoneOf } from '@tocsin/ingestion';
import type { Signal } from '@tocsin/warehouse';
import { missedDeliveries } from '../../detect/missed-deliveries.ts';
import { RuleScans, type ScanMoment, type ScanReaders, newestBucket } from '../../detect/scans/rule-scans.ts';
import type { Moment } from '../../detect/triggers/fact.ts';
import { foundFacts } from '../../detect/triggers/found-facts.ts';
import type { WatchedFeed } from '../../feeds/feed-watch.ts';

type Fired = PreviewRuleReply['fired'];
type FiredNow = Pick<PreviewRuleReply, 'total' | 'fired' | 'firings'>;

/** A draft has written nothing. */
const nothingWritten = () => Promise.resolve([]);

/** What a trigger would tell now. */
export async function firedFacts(rule: TriggerRule, moment: Moment): Promise<FiredNow> {
  const facts = await foundFacts(rule, moment);
  return firedNow(facts.map(({ key, level, note }) => ({ key, level, bucket: moment.today, text: note })));
}

/** The deliveries that a rule would tell are missing now. */
export async function firedDeliveries(
  rule: FeedRule,
  feeds: readonly WatchedFeed[],
  { timeZone, now }: { readonly timeZone: string; readonly now: Date },
): Promise<FiredNow> {
  const known = { written: nothingWritten, zone: zoneOf(timeZone), at: now };
  return firedNow(inExcess(await missedDeliveries([rule], feeds, known), ({ note }) => note));
}

/** The clusters that a scan would tell of the newest whole bucket. */
export async function firedClusters(
  rule: ScanRule,
  readers: Omit<ScanReaders, 'written'>,
  { names, ...moment }: Omit<ScanMoment, 'since'> & { readonly names: NameOf },
): Promise<FiredNow> {
  const asked = { ...readers, written: nothingWritten };
  const found = await new RuleScans().ofRule(rule, asked, { ...moment, since: undefined });
  const newest = newestBucket(rule, moment.today);
  const now = found.filter(({ bucket }) => bucket === newest);
  return firedNow(inExcess(now, ({ members = [], note }) => clusterHeadline(members, note, names)));
}

const inExcess = (found: readonly Signal[], textOf: (signal: Signal) => Fired[number]['text'] | null): Fired =>
  found.flatMap((signal) => {
    const { seriesKey: key, level, bucket, verdict } = signal;
    const text = textOf(signal);
    return verdict !== 'excess' || level === '' || text === null ? [] : [{ key, level, bucket, text }];
  });

/** The gravest first. Of the present moment: how many a week there would be is not known. */
function firedNow(fired: Fired): FiredNow {
  const byLevel = { blue: 0, yellow: 0, orange: 0, red: 0 };
  for (const { level } of fired) byLevel[level] += 1;
  return {
    total: fired.length,
    fired: fired.toSorted((one, other) => levels.indexOf(other.level) - levels.indexOf(one.level)),
    firings: { total: fired.length, perWeek: 0, byLevel },
  };
}
