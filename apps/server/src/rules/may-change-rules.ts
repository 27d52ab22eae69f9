import type { Role } from '@tocsin/contracts';
import type { Caller } from '../identity/caller.ts';
import { scopedCaller } from './rule-refusals.ts';

/** Who may say what is watched, and try it. */
export const ruleEditors: readonly Role[] = ['admin', 'risk', 'analyst'];

/** Rules hold for the whole company: who sees only a part of it may not say what is watched everywhere. */
export const mayChangeRules = ({ role, organisations }: Caller): boolean =>
  ruleEditors.includes(role) && organisations.length === 0;

export function refuseScoped({ organisations }: Caller): void {
  if (organisations.length > 0) throw scopedCaller();
}
