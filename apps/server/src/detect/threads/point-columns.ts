import type { IsoDay, Sentence } from '@tocsin/contracts';
import type { Point } from '@tocsin/detection';

/** The points of a series as columns, which move to a thread without being copied. Their days are told once for all series. */
export interface PointColumns {
  /** NaN where no data cover the bucket. */
  readonly counts: Float64Array;
  /** Bits: complete, known event, recovery. */
  readonly flags: Uint8Array;
  /** Absent where every bucket has arrived whole, and where nothing is known of exposure. */
  readonly maturity?: Float64Array;
  readonly exposure?: Float64Array;
  /** What each known event is called, by its bucket; most series have none. */
  readonly events?: ReadonlyMap<number, Sentence>;
}

const COMPLETE = 1;
const EVENT = 2;
const RECOVERY = 4;

export function pointColumns(points: readonly Point[]): PointColumns {
  const flags = Uint8Array.from(
    points,
    ({ complete, isEvent, isRecovery }) =>
      (complete ? COMPLETE : 0) | (isEvent === true ? EVENT : 0) | (isRecovery === true ? RECOVERY : 0),
  );
  const events = new Map(points.flatMap(({ event }, i) => (event === undefined ? [] : [[i, event] as const])));
  return {
    counts: Float64Array.from(points, ({ count }) => count ?? NaN),
    flags,
    ...(events.size === 0 ? {} : { events }),
    ...(points.some(({ maturity }) => maturity !== undefined)
      ? { maturity: Float64Array.from(points, ({ maturity = 1 }) => maturity) }
      : {}),
    ...(points.some(({ exposure }) => exposure !== undefined)
      ? { exposure: Float64Array.from(points, ({ exposure }) => exposure ?? NaN) }
      : {}),
  };
}

/** The points again, on their days. */
export function pointsOnDays(
  days: readonly IsoDay[],
  { counts, flags, maturity, exposure, events }: PointColumns,
): Point[] {
  return days.map((at, i) => {
    const count = counts[i] ?? NaN;
    const flag = flags[i] ?? 0;
    const exposed = exposure?.[i] ?? NaN;
    const event = events?.get(i);
    return {
      at,
      count: Number.isNaN(count) ? null : count,
      complete: (flag & COMPLETE) !== 0,
      ...((flag & EVENT) === 0 ? {} : { isEvent: true }),
      ...(event === undefined ? {} : { event }),
      ...((flag & RECOVERY) === 0 ? {} : { isRecovery: true }),
      ...(maturity === undefined || maturity[i] === 1 ? {} : { maturity: maturity[i] ?? 1 }),
      ...(Number.isNaN(exposed) ? {} : { exposure: exposed }),
    };
  });
}

/** What moves to the thread with them. */
export const buffersOf = ({ counts, flags, maturity, exposure }: PointColumns): ArrayBuffer[] =>
  [counts, flags, maturity, exposure].flatMap((column) => (column === undefined ? [] : [column.buffer as ArrayBuffer]));
