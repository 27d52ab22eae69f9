import { daysBetween } from '@tocsin/calendar';
import { type NameOf, sliceName } from '@tocsin/alerting';
import type { BacktestOutcome, BacktestWarning, IsoDay, KnownIncident } from '@tocsin/contracts';
import type { AlertEventRecord } from '@tocsin/warehouse';
import { dayIn } from '../clock.ts';
import { incidentOf } from './met-incidents.ts';

const MOST_LISTED = 500;

export interface Judged {
  readonly period: { readonly from: IsoDay; readonly until: IsoDay };
  readonly incidents: readonly KnownIncident[];
  readonly names: NameOf;
  readonly timeZone: string;
}

type Figures = Pick<BacktestOutcome, 'warnings' | 'perWeek' | 'byLevel' | 'falsePerWeek' | 'list' | 'incidents'>;

/**
 * What the events of one rule come to: the warnings that somebody would have been given within the period, what they met
 * of what is known, and how late. Warnings found so late that they were history disturbed nobody and do not count.
 */
export function outcomeOf(events: readonly AlertEventRecord[], judged: Judged): Figures {
  const { period, incidents } = judged;
  const within = incidents.filter(({ from, until }) => from < period.until && until > period.from);
  const warnings = warningsIn(events, { ...judged, incidents: within });
  const weeks = daysBetween(period.from, period.until) / 7;
  const byLevel = { blue: 0, yellow: 0, orange: 0, red: 0 };
  for (const { level } of warnings) byLevel[level] += 1;
  return {
    ...{ warnings: warnings.length, byLevel, perWeek: rounded(warnings.length / weeks) },
    falsePerWeek: rounded(warnings.filter(({ incident }) => incident === null).length / weeks),
    list: warnings.slice(0, MOST_LISTED),
    incidents: within.map(({ id, label }) => {
      const delays = warnings.flatMap((one) => (one.incident === id && one.delayDays !== null ? [one.delayDays] : []));
      return { id, label, caught: delays.length > 0, delayDays: delays.length === 0 ? null : Math.min(...delays) };
    }),
  };
}

/** The newest first. */
function warningsIn(events: readonly AlertEventRecord[], judged: Judged): BacktestWarning[] {
  const chains = new Map<string, AlertEventRecord[]>();
  for (const event of events) {
    const chain = chains.get(event.alertId);
    if (chain === undefined) chains.set(event.alertId, [event]);
    else chain.push(event);
  }
  return [...chains.values()]
    .flatMap((chain) => warningOf(chain, judged))
    .sort((one, other) => (one.openedAt > other.openedAt ? -1 : 1));
}

function warningOf(chain: readonly AlertEventRecord[], judged: Judged): BacktestWarning[] {
  const [opened, newest] = [chain[0], chain.at(-1)];
  if (opened === undefined || newest === undefined || isHistory(opened)) return [];
  const day = dayIn(judged.timeZone, new Date(opened.at));
  if (day < judged.period.from || day >= judged.period.until) return [];
  const incident = incidentOf(newest, judged.incidents);
  const worst = chain.reduce((one, other) => (other.observed > one.observed ? other : one));
  return [
    {
      ...{ seriesKey: newest.seriesKey, slice: newest.slice, label: sliceName(newest.slice, judged.names) },
      ...{ firstBucket: newest.firstBucket, lastBucket: newest.lastBucket, openedAt: opened.at },
      ...{ level: newest.peakLevel, observed: worst.observed, expected: worst.expected },
      changes: chain.map(({ at, kind, level }) => ({ at, kind, level })),
      incident: incident?.id ?? null,
      delayDays: incident === undefined ? null : Math.max(0, daysBetween(incident.from, day)),
    },
  ];
}

const isHistory = ({ memory }: AlertEventRecord) => (JSON.parse(memory) as { history?: boolean }).history === true;

/** Three digits say as much as a year of weeks can. */
const rounded = (value: number) => Number(value.toPrecision(3));
