import type { ImportProgress } from '@tocsin/contracts';
import type { Tone } from '../../ui/StatusMark.vue';

export type Batch = ImportProgress['import'];
export type Progress = ImportProgress;

export const isUnderWay = (batch: Pick<Batch, 'state'>) => batch.state === 'received' || batch.state === 'running';

const tones: Record<Batch['state'], Tone> = {
  received: 'busy',
  running: 'busy',
  done: 'good',
  failed: 'bad',
  stopped: 'bad',
  cancelled: 'calm',
  withdrawn: 'calm',
};

/** How a batch's state looks; one that is done but refused or doubted rows is not simply good. */
export function toneOf({ state, rejected, warned }: Pick<Batch, 'state' | 'rejected' | 'warned'>): Tone {
  return state === 'done' && (rejected > 0 || warned > 0) ? 'doubt' : tones[state];
}

/** The parts that what was read falls into, and that what was accepted falls into: each sum is exact, or a fault. */
export const readParts = ['accepted', 'rejected', 'skipped'] as const;
export const acceptedParts = ['added', 'updated', 'duplicate', 'outdated'] as const;

export type CountName = 'read' | (typeof readParts)[number] | (typeof acceptedParts)[number];

/** Whether the whole is the sum of its parts. */
export const addsUp = (whole: number, parts: readonly number[]) => parts.reduce((sum, one) => sum + one, 0) === whole;

/** The reasons that concern most rows, most first. */
export const topReasons = (reasons: Batch['reasons'], most: number) =>
  reasons.toSorted((a, b) => b.rows - a.rows).slice(0, most);
