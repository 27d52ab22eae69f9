import type { FeedRule, Level, Sentence } from '@tocsin/contracts';
import { feedOfSeries, feedSeriesKey } from '@tocsin/alerting';
import type { WallTime } from '@tocsin/calendar';
import type { Zone } from '@tocsin/ingestion';
import type { Signal } from '@tocsin/warehouse';
import type { WatchedFeed } from '../feeds/feed-watch.ts';
import { wallTimeAt } from '../feeds/wall-clock.ts';
import type { WrittenReader } from './written-reader.ts';

/** Every day that the warehouse can hold. */
const EVER = { from: '1970-01-01', until: '2149-06-06' } as const;

/**
 * What has changed about missed deliveries: one signal each, under the day on which it was due. A delivery that is overdue
 * is in excess, at a level by how many are missing in a row; one that was and is no longer is normal, and the note says
 * why. What stands already is not written again, so whoever asks first, and however often, the table is the same.
 */
export async function missedDeliveries(
  rules: readonly FeedRule[],
  feeds: readonly WatchedFeed[],
  { written, zone, at }: { readonly written: WrittenReader; readonly zone: Zone; readonly at: Date },
): Promise<Signal[]> {
  const changed: Signal[] = [];
  for (const rule of rules) {
    const known = newestBySeries(await written(rule.id, EVER));
    const missed = new Map(
      feeds
        .filter(({ awaited }) => awaited.overdue > 0)
        .map((feed) => [keyOf(feed), overdueSignal(rule, feed, zone, at)]),
    );
    changed.push(...[...missed].filter(([key, signal]) => isNews(signal, known.get(key))).map(([, signal]) => signal));
    for (const [key, signal] of known) {
      if (signal.verdict !== 'excess' || missed.has(key)) continue;
      const feed = feeds.find((one) => one.feed.id === feedOfSeries(key));
      changed.push(endedSignal(rule, signal, cameAfter(signal, feed, zone), at));
    }
  }
  return changed;
}

const keyOf = ({ feed, awaited }: WatchedFeed) =>
  feed.rhythm === 'none' ? feed.id : feedSeriesKey(feed.id, feed.rhythm, awaited);

/** The rule's version is part of a signal's name: under a new version what stands is written once more. */
function newestBySeries(all: readonly Signal[]): Map<string, Signal> {
  const inOrder = all.toSorted((one, other) => one.ruleVersion - other.ruleVersion);
  return new Map(inOrder.map((signal) => [signal.seriesKey, signal]));
}

const isNews = (signal: Signal, known: Signal | undefined) =>
  known?.ruleVersion !== signal.ruleVersion || known.level !== signal.level || known.observed !== signal.observed;

function overdueSignal(rule: FeedRule, watched: WatchedFeed, zone: Zone, at: Date): Signal {
  const { due, overdue } = watched.awaited;
  return {
    ...{ ruleId: rule.id, ruleVersion: rule.version, seriesKey: keyOf(watched), slice: {}, grain: 'day' },
    ...{ bucket: due.day, observed: overdue, expected: 0, upper: 0, pValue: null, score: null },
    ...{
      verdict: 'excess',
      level: levelOf(rule, overdue),
      note: inWords(watched, zone),
      evaluatedAt: at.toISOString(),
    },
  };
}

function levelOf({ yellowFrom, orangeFrom }: FeedRule, overdue: number): Level {
  if (overdue >= orangeFrom) return 'orange';
  return overdue >= yellowFrom ? 'yellow' : 'blue';
}

function endedSignal(rule: FeedRule, signal: Signal, came: WallTime | undefined, at: Date): Signal {
  return {
    ...signal,
    ...{ ruleVersion: rule.version, observed: 0, verdict: 'normal', level: '' },
    note: came === undefined ? notExpected : cameAt(came),
    evaluatedAt: at.toISOString(),
  };
}

/** When the feed delivered since; undefined where it did not, and the delivery is merely no longer expected. */
function cameAfter({ bucket }: Signal, feed: WatchedFeed | undefined, zone: Zone): WallTime | undefined {
  if (feed === undefined || feed.lastImportAt === null) return undefined;
  const last = wallTimeAt(zone, new Date(feed.lastImportAt));
  return last.day >= bucket ? last : undefined;
}

const text = ({ day, time }: WallTime) => `${day} ${time}`;

function inWords({ feed, awaited: { due, previous }, lastImportAt }: WatchedFeed, zone: Zone): Sentence {
  const last = lastImportAt === null ? undefined : text(wallTimeAt(zone, new Date(lastImportAt)));
  const before =
    last === undefined
      ? { zh: '此前从未送达', en: 'nothing has ever come by it' }
      : { zh: `最近一次送达于 ${last}`, en: `the last delivery came at ${last}` };
  return {
    zh: `数据源“${feed.label.zh}”：应于 ${text(due)} 前送达的数据没有来，${before.zh}；自 ${previous.day} 起缺它的数据，不是零。`,
    en: `Feed “${feed.label.en}”: what was due by ${text(due)} has not come, and ${before.en}. Its data are missing from ${previous.day} on, which is not zero.`,
  };
}

const cameAt = (came: WallTime): Sentence => ({ zh: `已于 ${text(came)} 送达。`, en: `It came at ${text(came)}.` });

const notExpected: Sentence = {
  zh: '该数据源已停用，或其节奏或日历已更改，这次数据不再应到。',
  en: 'The feed is paused, or its rhythm or the calendar has changed: the delivery is no longer expected.',
};
