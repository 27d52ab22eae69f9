import { daysBetween } from '@tocsin/calendar';
import { type Alert, type AnyRule, type IsoDay, type ShownAlert, isRate } from '@tocsin/contracts';
import { dayIn } from '../../clock.ts';

/**
 * A warning with the unit of its figures, which is its rule's. A case that is overdue is so by a day more every day, and is
 * told of once: the days since are added while the warning is open.
 */
export function shownAlert(
  alert: Alert,
  rule: AnyRule | undefined,
  { today, timeZone }: { readonly today: IsoDay; readonly timeZone: string },
  verdict: ShownAlert['verdict'] = null,
): ShownAlert {
  const shown = { ...alert, unit: unitOf(rule), isCluster: rule?.kind === 'scan', verdict };
  if (shown.unit !== 'days' || alert.state !== 'open' || alert.observed === 0) return shown;
  const since = Math.max(0, daysBetween(dayIn(timeZone, new Date(alert.changedAt)), today));
  return { ...shown, observed: alert.observed + since };
}

function unitOf(rule: AnyRule | undefined): ShownAlert['unit'] {
  if (rule?.kind === 'series') return isRate(rule.measure) ? rule.measure : 'count';
  return rule?.kind === 'trigger' && rule.trigger.name === 'due-in' && rule.trigger.each === 'case' ? 'days' : 'count';
}
