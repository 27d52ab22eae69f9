import { addCalendarDays } from '@tocsin/calendar';
import { ComplaintFilter, type IsoDay, type TriggerRule } from '@tocsin/contracts';
import { wholeCompany } from '@tocsin/warehouse';
import type { Moment } from './fact.ts';

/** The complaints that a rule is about, received in the last so many days of which there are data. */
export function watched({ basis, where }: TriggerRule, { lastDay, translation, asKnown }: Moment, days: number) {
  const filter = ComplaintFilter.parse({ ...periodOf(lastDay, days), basis, ...where });
  return { filter, translation, scope: wholeCompany, asKnown: asKnown?.plain };
}

export const periodOf = (lastDay: IsoDay, days: number) => ({
  from: addCalendarDays(lastDay, 1 - days),
  until: addCalendarDays(lastDay, 1),
});
