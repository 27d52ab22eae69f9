import type { Alert, Level } from '@tocsin/contracts';
import { compareLevels } from '@tocsin/charts';

/** Highest level first, then the newest; equal ones by id, so that the list never flickers. */
export const byUrgency = (a: Alert, b: Alert): number =>
  compareLevels(b.level, a.level) ||
  (a.openedAt < b.openedAt ? 1 : a.openedAt > b.openedAt ? -1 : a.id < b.id ? -1 : 1);

/** The highest first, as lists and counts show them. */
export const fallingLevels: readonly Level[] = ['red', 'orange', 'yellow', 'blue'];
