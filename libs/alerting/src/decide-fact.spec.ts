import type { Level } from '@tocsin/contracts';
import { expect, it } from 'vitest';
import { type AlertState, type SeriesSignal, decideFact } from './index.ts';

const signal = (level: Level | '', bucket: string): SeriesSignal => ({
  ...{ bucket, observed: 1, expected: 0, upper: null, pValue: null, level },
  verdict: level === '' ? 'normal' : 'excess',
  note: { zh: '投诉 C1', en: 'Complaint C1' },
});

/** Decides day by day: `[today, level, the day it began]`; tells what happened. */
function story(
  coolDownDays: number,
  ...days: (readonly [today: string, level: Level | '', began: string])[]
): string[] {
  let state: AlertState | undefined;
  let endedOn: string | undefined;
  return days.flatMap(([today, level, began]) => {
    const next = decideFact(signal(level, began), state, { today, endedOn, coolDownDays });
    if (next === undefined) return [];
    state = next.after;
    endedOn = state.state === 'resolved' ? today : undefined;
    return [`${today} ${next.kind} ${next.after.level} (peak ${next.after.peakLevel}): ${next.because.zh}`];
  });
}

it('a case that runs out of time has one warning, whose level moves with the days left, until it is closed', () => {
  const began = '2026-11-20';
  expect(
    story(
      14,
      ...[['2026-11-20', 'blue', began] as const, ['2026-11-21', 'blue', began] as const],
      ...[['2026-11-22', 'yellow', began] as const, ['2026-11-24', 'orange', began] as const],
      ...[['2026-11-26', 'red', began] as const, ['2026-11-27', '', began] as const],
      ['2026-11-28', '', began],
    ),
  ).toEqual([
    '2026-11-20 opened blue (peak blue): 触发蓝色预警：投诉 C1',
    '2026-11-22 raised yellow (peak yellow): 由蓝升黄：投诉 C1',
    '2026-11-24 raised orange (peak orange): 由黄升橙：投诉 C1',
    '2026-11-26 raised red (peak red): 由橙升红：投诉 C1',
    '2026-11-27 resolved red (peak red): 预警解除：投诉 C1',
  ]);
});

it('an extension lowers it', () => {
  expect(story(14, ['2026-11-24', 'orange', '2026-11-24'], ['2026-11-25', 'blue', '2026-11-24'])).toEqual([
    expect.stringContaining('opened orange'),
    '2026-11-25 lowered blue (peak orange): 由橙降蓝：投诉 C1',
  ]);
});

it('the same again within the cool-down reopens it, later it is another', () => {
  const days = [
    ['2026-11-01', 'yellow', '2026-11-01'],
    ['2026-11-05', '', '2026-11-01'],
    ['2026-11-12', 'yellow', '2026-11-12'],
  ] as const;
  expect(story(7, ...days).at(-1)).toMatch(/^2026-11-12 reopened yellow .*再次触发/);
  expect(story(6, ...days).at(-1)).toMatch(/^2026-11-12 opened yellow/);
});

it('the very same occurrence is never another warning, however long it was not looked at', () => {
  const days = [
    ['2026-01-01', 'yellow', '2026-01-01'],
    ['2026-01-05', '', '2026-01-01'],
    ['2026-11-12', 'yellow', '2026-01-01'],
  ] as const;
  expect(story(7, ...days).at(-1)).toMatch(/^2026-11-12 reopened/);
});

it('what never was so opens nothing', () => expect(story(7, ['2026-11-01', '', '2026-11-01'])).toEqual([]));
