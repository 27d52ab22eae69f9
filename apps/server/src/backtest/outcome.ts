import { daysBetween } from '@tocsin/calendar';
import { type NameOf, clusterHeadline, sliceName } from '@tocsin/alerting';
import type { BacktestOutcome, BacktestWarning, IsoDay, KnownIncident, RuleKind, Sentence } from '@tocsin/contracts';
import type { AlertEventRecord } from '@tocsin/warehouse';
import { dayIn } from '../clock.ts';
import { incidentsOf } from './met-incidents.ts';

const MOST_LISTED = 500;

export interface Judged {
  readonly kind: RuleKind;
  readonly period: { readonly from: IsoDay; readonly until: IsoDay };
  readonly incidents: readonly KnownIncident[];
  readonly names: NameOf;
  readonly timeZone: string;
}

type Figures = Pick<BacktestOutcome, 'warnings' | 'perWeek' | 'byLevel' | 'falsePerWeek' | 'list' | 'incidents'>;

/** A warning, and what it met: how many days after each began it would have been given. */
interface Met {
  readonly warning: BacktestWarning;
  readonly delays: ReadonlyMap<string, number>;
}

/**
 * What the events of one rule come to: the warnings that somebody would have been given within the period, what they met
 * of what is known, and how late. Warnings found so late that they were history disturbed nobody and do not count. A
 * delivery that did not come is about no incident, and never false.
 */
export function outcomeOf(events: readonly AlertEventRecord[], judged: Judged): Figures {
  const { kind, period, incidents } = judged;
  const within = incidents.filter(({ from, until }) => from < period.until && until > period.from);
  const found = warningsIn(events, { ...judged, incidents: within });
  const weeks = daysBetween(period.from, period.until) / 7;
  const byLevel = { blue: 0, yellow: 0, orange: 0, red: 0 };
  for (const { warning } of found) byLevel[warning.level] += 1;
  const ofNone = found.filter(({ delays }) => delays.size === 0).length;
  return {
    ...{ warnings: found.length, byLevel, perWeek: rounded(found.length / weeks) },
    falsePerWeek: kind === 'missing-feed' ? null : rounded(ofNone / weeks),
    list: found.slice(0, MOST_LISTED).map(({ warning }) => warning),
    incidents: within.map(({ id, label }) => {
      const delays = found.flatMap((one) => one.delays.get(id) ?? []);
      return { id, label, caught: delays.length > 0, delayDays: delays.length === 0 ? null : Math.min(...delays) };
    }),
  };
}

/** The newest first. */
function warningsIn(events: readonly AlertEventRecord[], judged: Judged): Met[] {
  const chains = new Map<string, AlertEventRecord[]>();
  for (const event of events) {
    const chain = chains.get(event.alertId);
    if (chain === undefined) chains.set(event.alertId, [event]);
    else chain.push(event);
  }
  return [...chains.values()]
    .flatMap((chain) => warningOf(chain, judged))
    .sort((one, other) => (one.warning.openedAt > other.warning.openedAt ? -1 : 1));
}

function warningOf(chain: readonly AlertEventRecord[], judged: Judged): Met[] {
  const [opened, newest] = [chain[0], chain.at(-1)];
  if (opened === undefined || newest === undefined || isHistory(opened)) return [];
  const day = dayIn(judged.timeZone, new Date(opened.at));
  if (day < judged.period.from || day >= judged.period.until) return [];
  const delays = new Map(
    incidentsOf(newest, judged.kind, judged.incidents).map(
      ({ id, from }) => [id, Math.max(0, daysBetween(from, day))] as const,
    ),
  );
  const [first] = delays;
  const worst = chain.reduce((one, other) => (other.observed > one.observed ? other : one));
  const warning: BacktestWarning = {
    ...{ seriesKey: newest.seriesKey, slice: newest.slice, label: labelOf(newest, judged) },
    ...{ firstBucket: newest.firstBucket, lastBucket: newest.lastBucket, openedAt: opened.at },
    ...{ level: newest.peakLevel, observed: worst.observed, expected: worst.expected },
    changes: chain.map(({ at, kind, level }) => ({ at, kind, level })),
    ...{ incident: first?.[0] ?? null, delayDays: first?.[1] ?? null },
  };
  return [{ warning, delays }];
}

/** What a warning is about: its slice, the places of a cluster, the case or the delivery itself. */
function labelOf({ slice, contributors, headline }: AlertEventRecord, { kind, names }: Judged): Sentence {
  if (kind === 'series') return sliceName(slice, names);
  return kind === 'scan' ? clusterHeadline(contributors, null, names) : headline;
}

const isHistory = ({ memory }: AlertEventRecord) => (JSON.parse(memory) as { history?: boolean }).history === true;

/** Three digits say as much as a year of weeks can. */
const rounded = (value: number) => Number(value.toPrecision(3));
