/** Pixels between two labels at the lines' ends. */
const LEAST_GAP = 15;

/**
 * Pixels by which each label at a line's end moves down (negative: up) so that none covers another. `values` are the
 * lines' last values, null where a line has none; `top` is the axis' upper end, `height` the plot's in pixels.
 */
export function endLabelOffsets(values: readonly (number | null)[], top: number, height: number): number[] {
  const scale = top > 0 ? height / top : 0;
  const placed = values
    .flatMap((value, index) => (value === null ? [] : [{ index, wanted: height - value * scale }]))
    .sort((a, b) => a.wanted - b.wanted || a.index - b.index);
  const at = placed.map(({ wanted }) => wanted);
  for (let i = 1; i < at.length; i += 1) at[i] = Math.max(at[i] ?? 0, (at[i - 1] ?? 0) + LEAST_GAP);
  // what was pushed below the plot moves back up, and what stands above it makes room
  let floor = height + LEAST_GAP / 2;
  for (let i = at.length - 1; i >= 0; i -= 1) {
    at[i] = Math.min(at[i] ?? 0, floor);
    floor = (at[i] ?? 0) - LEAST_GAP;
  }
  const offsets = values.map(() => 0);
  placed.forEach(({ index, wanted }, i) => (offsets[index] = Math.round((at[i] ?? wanted) - wanted)));
  return offsets;
}
