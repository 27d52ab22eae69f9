import { Chance } from '../chance/chance.ts';
import type { Case } from './case.ts';
import type { World } from './world.ts';

export type StepName = 'registered' | 'reclassified' | 'answered' | 'closed' | 'withdrawn' | 'surveyed';

/** One change of what is known about a complaint: when it happened and when it was entered (seconds). */
export interface Step {
  readonly name: StepName;
  readonly at: number;
  readonly enteredAt: number;
}

/** A complaint's way through the company. Step n makes version n + 1. */
export interface Life {
  readonly steps: readonly Step[];
  /** The reason written down at first; other than the case's own where it is reclassified later. */
  readonly firstReason: string;
  /** Day number; undefined for what is no complaint. */
  readonly dueDay: number | undefined;
}

const TOPIC = 502;
const DAY = 86400;

/** Some two thirds are entered on the day, nine in ten within three days, one in two hundred after three weeks. */
function entryDelay(chance: Chance): number {
  const u = chance.float();
  if (u < 0.62) return 60 + chance.below(6 * 3600);
  if (u < 0.82) return 6 * 3600 + chance.below(DAY);
  if (u < 0.91) return DAY + chance.below(2 * DAY);
  if (u < 0.97) return 3 * DAY + chance.below(4 * DAY);
  if (u < 0.995) return 7 * DAY + chance.below(13 * DAY);
  return 20 * DAY + chance.below(25 * DAY);
}

/** 2020 rule, article 18: 15 days, complex 30, extended by 30 more. Calendar days after receipt. */
function allowedDays(chance: Chance): number {
  const u = chance.float();
  return u < 0.84 ? 15 : u < 0.98 ? 30 : 60;
}

/** How long handling took, in days: mostly well inside what is allowed, in a branch's share of cases past it. */
function handlingDays(chance: Chance, allowed: number, punctuality: number): number {
  if (!chance.chance(punctuality)) return allowed + 1 + chance.exponential(7);
  return allowed * (0.06 + 0.9 * chance.float() ** 1.4);
}

export function lifeOf(world: World, it: Case): Life {
  const chance = new Chance(world.seed, TOPIC, it.ordinal);
  const registered = it.receivedAt + entryDelay(chance);
  const steps: Step[] = [{ name: 'registered', at: it.receivedAt, enteredAt: registered }];
  if (it.kind !== 'complaint') return { steps, firstReason: it.cause.reason, dueDay: undefined };

  const allowed = allowedDays(chance);
  const took = handlingDays(chance, allowed, world.punctuality.get(it.outlet.province) ?? 0.95) * DAY;
  const add = (name: StepName, at: number): void => {
    const last = steps[steps.length - 1] as Step;
    // Nothing happens before it is known of, and entering takes up to three hours.
    const moment = Math.floor(Math.max(at, last.at + 60, name === 'reclassified' ? last.enteredAt : 0));
    steps.push({ name, at: moment, enteredAt: Math.max(moment, last.enteredAt) + 60 + chance.below(3 * 3600) });
  };
  let firstReason = it.cause.reason;
  if (chance.chance(0.11)) {
    firstReason = otherReason(world, chance, it);
    if (firstReason !== it.cause.reason) add('reclassified', it.receivedAt + took * 0.4 * chance.float());
  }
  if (chance.chance(0.07)) {
    add('withdrawn', it.receivedAt + took * chance.float());
  } else {
    add('answered', it.receivedAt + took * (0.5 + 0.45 * chance.float()));
    add('closed', it.receivedAt + took);
    if (chance.chance(0.3)) add('surveyed', it.receivedAt + took + DAY * (1 + 9 * chance.float()));
  }
  return { steps, firstReason, dueDay: it.day + allowed };
}

/** What the clerk took it for at first: another reason of the same sector. */
function otherReason(world: World, chance: Chance, { cause }: Case): string {
  const sector = cause.line.startsWith('life') ? 'life' : 'property';
  return world.causeOf[sector][chance.below(12)]?.(chance).reason ?? cause.reason;
}

/** How many steps had been entered before `moment`: the version number known then, 0 if none. */
export function versionAt({ steps }: Life, moment: number): number {
  let version = 0;
  while (version < steps.length && (steps[version] as Step).enteredAt < moment) version += 1;
  return version;
}
