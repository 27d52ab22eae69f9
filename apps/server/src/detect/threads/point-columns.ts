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
  const counts = new Float64Array(points.length);
  const flags = new Uint8Array(points.length);
  let [maturity, exposure]: [Float64Array?, Float64Array?] = [];
  const events = new Map<number, Sentence>();
  // A plain loop: series come by the ten thousand, and filling columns by functions takes ten times as long.
  for (let i = 0; i < points.length; i += 1) {
    const point = points[i];
    if (point === undefined) continue;
    counts[i] = point.count ?? NaN;
    flags[i] =
      (point.complete ? COMPLETE : 0) |
      (point.isEvent === true ? EVENT : 0) |
      (point.isRecovery === true ? RECOVERY : 0);
    if (point.event !== undefined) events.set(i, point.event);
    if (point.maturity !== undefined) (maturity ??= new Float64Array(points.length).fill(1))[i] = point.maturity;
    if (point.exposure !== undefined) (exposure ??= new Float64Array(points.length).fill(NaN))[i] = point.exposure;
  }
  return {
    ...{ counts, flags },
    ...(events.size === 0 ? {} : { events }),
    ...(maturity === undefined ? {} : { maturity }),
    ...(exposure === undefined ? {} : { exposure }),
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
