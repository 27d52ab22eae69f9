import { z } from 'zod';
import { Level } from './level.ts';

const timesUsual = z.number().min(0).max(100);
const days = z.number().int().min(1).max(366);

/** A complaint that at least so many people brought together. */
export const JointPeopleTrigger = z.strictObject({
  name: z.literal('joint-people'),
  people: z.number().int().min(2).default(5),
  /** Complaints received within so many days; older ones are over, whatever became of them. */
  days: days.default(30),
  level: Level.default('orange'),
});

/** So many people from one place within so many days; what they demand is said by the rule's `where`. */
export const SamePlaceTrigger = z.strictObject({
  name: z.literal('same-place-surrender'),
  people: z.number().int().min(2).default(30),
  days: days.default(7),
  place: z.enum(['city', 'region']).default('city'),
  level: Level.default('red'),
});

/** A complaint that the media brought. */
export const MediaTrigger = z.strictObject({
  name: z.literal('media'),
  days: days.default(30),
  level: Level.default('red'),
});

/**
 * Open complaints that are due in so many days or fewer, or past it. `each: case` warns of every single one, and its level
 * moves with the days left; `each: organisation` counts them, one warning for each responsible organisation.
 */
export const DueInTrigger = z.strictObject({
  name: z.literal('due-in'),
  steps: z
    .array(z.strictObject({ daysLeft: z.number().int().min(0).max(60), level: Level }))
    .max(6)
    .default([
      { daysLeft: 5, level: 'blue' },
      { daysLeft: 3, level: 'yellow' },
      { daysLeft: 1, level: 'orange' },
    ]),
  /** Past the due day. Null: of no concern to this rule. */
  overdue: Level.nullable().default(null),
  each: z.enum(['case', 'organisation']).default('organisation'),
  /** Of the organisation tree; 1 is the top. */
  organisationLevel: z.number().int().min(1).max(9).default(2),
  /** Counted together: fewer are no warning … */
  fewest: z.number().int().min(1).default(5),
  /** … nor are those that are not more than so many times what the organisation had in the weeks before. */
  timesUsual: timesUsual.default(2),
});

/** So many complaints about the same agent, outlet or product within so many days. */
export const RepeatedSubjectTrigger = z.strictObject({
  name: z.literal('repeated-subject'),
  subject: z.enum(['agent', 'outlet', 'product']),
  cases: z.number().int().min(2).default(3),
  days: days.default(30),
  /** Whether only complaints of one region count together. */
  perRegion: z.boolean().default(false),
  /** A large outlet has three complaints a month whatever happens: not more than so many times its own usual is no news. */
  timesUsual: timesUsual.default(6),
  /** The worst so many; a list of everybody is read by nobody. */
  most: z.number().int().min(1).max(200).default(5),
  level: Level.default('yellow'),
});

/** A matter of fact that is to be told, however probable it is. */
export const Trigger = z.discriminatedUnion('name', [
  JointPeopleTrigger,
  SamePlaceTrigger,
  MediaTrigger,
  DueInTrigger,
  RepeatedSubjectTrigger,
]);
export type Trigger = z.infer<typeof Trigger>;
