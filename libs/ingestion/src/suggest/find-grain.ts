import { trimmed } from '../profile/record-mapper.ts';

/** How rows that share a complaint number relate: `rows` of them for so many `complaints`. */
export interface FoundGrain {
  readonly rows: number;
  readonly complaints: number;
}

/** Share of the complaints with several rows that may disagree in the day of receipt and still be one complaint. */
const MAY_DISAGREE = 0.05;

/**
 * Whether a complaint number that repeats means several rows a complaint: most groups then agree in when it was received
 * and disagree in something else. Rows that differ in a moment of change or a version are versions of the complaint
 * instead, and newer ones replace older ones without a grain; rows that agree in everything are mere repeats.
 */
export function findGrain(
  records: readonly (readonly string[])[],
  places: { readonly id: number; readonly received: number | undefined; readonly changed: readonly number[] },
): FoundGrain | undefined {
  const groups = new Map<string, (readonly string[])[]>();
  for (const cells of records) {
    const id = trimmed(cells[places.id] ?? '');
    if (id === '') continue;
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [cells]);
    else group.push(cells);
  }
  const several = [...groups.values()].filter(({ length }) => length > 1);
  if (several.length < Math.max(2, groups.size * 0.02)) return undefined;
  const differsIn = (group: readonly (readonly string[])[], place: number) =>
    new Set(group.map((cells) => trimmed(cells[place] ?? ''))).size > 1;
  const { received, changed } = places;
  const late = received === undefined ? 0 : several.filter((group) => differsIn(group, received)).length;
  const versions = several.filter((group) => changed.some((place) => differsIn(group, place))).length;
  const differing = several.filter((group) => new Set(group.map((cells) => cells.join('\u001f'))).size > 1).length;
  if (late > several.length * MAY_DISAGREE || versions > several.length / 2 || differing === 0) return undefined;
  return { rows: [...groups.values()].reduce((sum, { length }) => sum + length, 0), complaints: groups.size };
}
