import type { IsoDay } from '@tocsin/contracts';

export const stageNames = ['ingest', 'roll-up', 'detect', 'alert', 'notify'] as const;
export type StageName = (typeof stageNames)[number];

export const triggers = ['schedule', 'import', 'start', 'manual'] as const;
export type Trigger = (typeof triggers)[number];

/** What one run of the pipeline tells each of its stages. */
export interface StageContext {
  /** The moment the run began; the only clock a stage may look at. */
  readonly now: Date;
  readonly trigger: Trigger;
  /** Evaluate history from this day on (demo, back-fill), as if each day had been looked at when it was new. */
  readonly since?: IsoDay;
}

/** What a stage did, in rows; kept in the run log. */
export interface StageReport {
  readonly read: number;
  readonly wrote: number;
  readonly note?: string;
}

/**
 * One step of the flow. It meets the others only in tables: it reads those in `reads`, it alone writes those in
 * `writes`, and running it twice is the same as running it once. What it cannot do now it throws; the next run tries
 * again.
 */
export interface Stage {
  readonly name: StageName;
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  run(context: StageContext): Promise<StageReport>;
}
