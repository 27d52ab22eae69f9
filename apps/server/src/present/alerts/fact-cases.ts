import { addCalendarDays } from '@tocsin/calendar';
import { type Alert, type FactCases, type TriggerRule, dimensions } from '@tocsin/contracts';

/** Where the complaints of a matter of fact are to be seen: the one it names, or a list under the filters of its rule. */
export function factCases(
  { basis, where, trigger }: TriggerRule,
  alert: Pick<Alert, 'slice' | 'firstBucket' | 'lastBucket'>,
  seriesKey: string,
): FactCases {
  const id = /^case=(.+)$/.exec(seriesKey)?.[1];
  if (id !== undefined) return { id, query: {} };
  const slice = dimensions.flatMap((dimension) => {
    const code = alert.slice[dimension];
    const codes = code === undefined ? (where[dimension] ?? []) : [code];
    return codes.length === 0 ? [] : [[dimension, codes.join(',')] as const];
  });
  const filter = { basis, ...Object.fromEntries(slice) };
  if (trigger.name === 'due-in') return { id: null, query: { ...filter, due: 'open', order: 'due', whenever: 'true' } };
  const days = 'days' in trigger ? trigger.days : 1;
  const until = addCalendarDays(alert.lastBucket, 1);
  return { id: null, query: { ...filter, from: addCalendarDays(until, -days), until } };
}
