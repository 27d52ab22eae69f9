import { caseOf, isHidden } from '../case/case.ts';
import { lifeOf, versionAt } from '../case/life.ts';
import { type FullRecord, recordOf } from '../case/record.ts';
import type { World } from '../case/world.ts';
import { dayStart } from '../shape/schedule.ts';

/** Versions a complaint can have; a power of two, to pack (ordinal, version) into one number. */
const VERSIONS = 8;

/** Newest knowledge, one record a case, in the order of receipt (days; inside a day in no order). */
export function* newestRows(world: World): Generator<FullRecord> {
  const now = world.lastDay * 86400;
  for (let ordinal = 0; ordinal < world.schedule.total; ordinal += 1) {
    const it = caseOf(world, ordinal);
    if (isHidden(world, it)) continue;
    const life = lifeOf(world, it);
    const version = versionAt(life, now);
    if (version === 0) continue;
    yield recordOf(world, it, life, version, life.steps[0]?.enteredAt ?? it.receivedAt);
  }
}

/**
 * Every version of every case, in the order in which they were entered. Walks day by day and keeps, for the weeks
 * ahead, one number per version still to come: some twenty days' rows in memory, whatever the length of the period.
 */
export function* historyRows(world: World): Generator<FullRecord> {
  const { schedule, firstDay, lastDay } = world;
  const ahead = new Map<number, number[]>();
  for (let day = firstDay; day < lastDay; day += 1) {
    for (let o = dayStart(schedule, day - firstDay); o < dayStart(schedule, day - firstDay + 1); o += 1) {
      const it = caseOf(world, o);
      if (isHidden(world, it)) continue;
      lifeOf(world, it).steps.forEach(({ enteredAt }, index) => {
        const on = Math.floor(enteredAt / 86400);
        // Second of the day first, so that sorting the numbers sorts by time.
        const packed = (enteredAt - on * 86400) * 2 ** 35 + o * VERSIONS + index + 1;
        const entries = ahead.get(on);
        if (entries === undefined) ahead.set(on, [packed]);
        else entries.push(packed);
      });
    }
    for (const packed of Float64Array.from(ahead.get(day) ?? []).sort()) yield unpack(world, packed);
    ahead.delete(day);
  }
}

function unpack(world: World, packed: number): FullRecord {
  const rest = packed % 2 ** 35;
  const it = caseOf(world, Math.floor(rest / VERSIONS));
  const life = lifeOf(world, it);
  const version = rest % VERSIONS;
  return recordOf(world, it, life, version, life.steps[version - 1]?.enteredAt ?? it.receivedAt);
}
