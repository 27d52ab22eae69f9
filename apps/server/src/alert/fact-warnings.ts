import { addCalendarDays } from '@tocsin/calendar';
import type { IsoDay, TriggerRule } from '@tocsin/contracts';
import { type NameOf, decideFact, headline, policyOf } from '@tocsin/alerting';
import type { AlertEventRecord, Warehouse } from '@tocsin/warehouse';
import { dayIn } from '../clock.ts';
import { stateOf } from './event-record.ts';
import { type FollowOptions, type Followed, followNewest, followedNow } from './newest-signals.ts';

/** Facts that began longer ago are over, or told long since. */
const LONGEST_DAYS = 400;

/** The events of warnings about matters of fact: one warning for each case, place, organisation or subject. */
export async function factWarnings(
  warehouse: Warehouse,
  rules: readonly TriggerRule[],
  { names, waits, now }: Pick<FactMoment, 'names' | 'now'> & { readonly waits: (rule: TriggerRule) => boolean },
): Promise<AlertEventRecord[]> {
  const { timeZone } = warehouse;
  const today = dayIn(timeZone, now);
  const range = { from: addCalendarDays(today, -LONGEST_DAYS), until: addCalendarDays(today, 1) };
  const events: AlertEventRecord[] = [];
  for (const rule of rules) {
    const followed = await followedNow(warehouse, rule, range);
    events.push(...(await factEvents(rule, followed, { waits: waits(rule), now, names, timeZone })));
  }
  return events;
}

interface FactMoment extends FollowOptions {
  /** Asked for where there is anything to tell. */
  readonly names: () => Promise<NameOf>;
  readonly timeZone: string;
}

/** The same of one rule, from what it has written. */
export function factEvents(
  rule: TriggerRule,
  followed: Followed,
  { names, timeZone, ...moment }: FactMoment,
): Promise<AlertEventRecord[]> {
  const { coolDownDays } = policyOf(rule);
  const today = dayIn(timeZone, moment.now);
  return followNewest(rule, followed, moment, async (signal, last) => {
    const ended = { endedOn: endedOn(last, timeZone), coolDownDays: coolDownDays.day };
    const transition = decideFact(signal, last && stateOf(last), { today, ...ended });
    if (transition === undefined) return undefined;
    const isOver = signal.level === '' && last !== undefined;
    return { transition, headline: isOver ? last.headline : headline(signal.slice, signal.note, await names()) };
  });
}

function endedOn(last: AlertEventRecord | undefined, timeZone: string): IsoDay | undefined {
  const at = last?.resolvedAt;
  return typeof at === 'string' ? dayIn(timeZone, new Date(at)) : undefined;
}
