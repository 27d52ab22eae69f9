import { addCalendarDays } from '@tocsin/calendar';
import type { IsoDay, TriggerRule } from '@tocsin/contracts';
import { type NameOf, decideFact, headline, policyOf } from '@tocsin/alerting';
import type { AlertEventRecord, Warehouse } from '@tocsin/warehouse';
import { dayIn } from '../clock.ts';
import { stateOf } from './event-record.ts';
import { type FollowOptions, followNewest } from './newest-signals.ts';

/** Facts that began longer ago are over, or told long since. */
const LONGEST_DAYS = 400;

/** The events of warnings about matters of fact: one warning for each case, place, organisation or subject. */
export async function factWarnings(
  warehouse: Warehouse,
  rules: readonly TriggerRule[],
  { names, ...moment }: Pick<FollowOptions<TriggerRule>, 'waits' | 'now'> & { readonly names: () => Promise<NameOf> },
): Promise<AlertEventRecord[]> {
  const today = dayIn(warehouse.timeZone, moment.now);
  const range = { from: addCalendarDays(today, -LONGEST_DAYS), until: addCalendarDays(today, 1) };
  const events: AlertEventRecord[] = [];
  for (const rule of rules) {
    const { coolDownDays } = policyOf(rule);
    const step: FollowOptions<TriggerRule>['step'] = async (signal, last) => {
      const ended = { endedOn: endedOn(last, warehouse.timeZone), coolDownDays: coolDownDays.day };
      const transition = decideFact(signal, last && stateOf(last), { today, ...ended });
      if (transition === undefined) return undefined;
      const isOver = signal.level === '' && last !== undefined;
      return { transition, headline: isOver ? last.headline : headline(signal.slice, signal.note, await names()) };
    };
    events.push(...(await followNewest(warehouse, rule, { ...moment, range, step })));
  }
  return events;
}

function endedOn(last: AlertEventRecord | undefined, timeZone: string): IsoDay | undefined {
  const at = last?.resolvedAt;
  return typeof at === 'string' ? dayIn(timeZone, new Date(at)) : undefined;
}
