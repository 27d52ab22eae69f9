import { describe, expect, it } from 'vitest';
import { runDetector } from './run-detector.ts';
import { runsOf, type SeriesFile } from './series-file.ts';

const series = (more: Partial<SeriesFile>): SeriesFile => ({
  name: '',
  observed: [1, 2, 3, 4, 5, 6, 7, 90, 90, 12],
  ...more,
});
const only = (file: SeriesFile) => runsOf(file)[0] ?? { control: {}, range1based: [1, 1] as const };

describe('the detector of a file', () => {
  it('is the one its algorithm means, with R’s defaults', () => {
    // mean 4, sd √(28/6), z(.999) = 3.0902
    const file = series({ algorithm: 'earsC', control: { method: 'C2' } });
    const { detector, expected, upperbound, alarm } = runDetector(file, only(file), undefined, {});
    expect(detector).toBe('ears-c2');
    expect(expected.at(-1)).toBe(4);
    expect(upperbound.at(-1)).toBeCloseTo(4 + 3.0902323 * Math.sqrt(28 / 6), 6);
    expect(alarm.at(-1)).toBe(1);
    expect(alarm[0]).toBeNull();
  });

  it('may be named, and its options given, over those of the file', () => {
    const file = series({ algorithm: 'earsC', control: { method: 'C2' } });
    expect(
      runDetector(file, only(file), 'threshold', { atLeast: 90 }).alarm.filter((alarm) => alarm === 1),
    ).toHaveLength(2);
  });

  it('is refused when nobody knows it', () => {
    const file = series({ algorithm: 'farringtonFlexible' });
    expect(() => runDetector(file, only(file), undefined, {})).toThrow(/"farringtonFlexible" of the file is not known/);
    expect(() => runDetector(file, only(file), 'nobody', {})).toThrow(/no detector "nobody". There are: threshold/);
    expect(() => runDetector(series({}), only(file), undefined, {})).toThrow(/say --detector/);
  });

  it('answers only the range that a run asks for', () => {
    const file = series({ algorithm: 'earsC', runs: [{ control: { method: 'C1' }, range1based: [8, 10] }] });
    expect(runDetector(file, only(file), undefined, {}).upperbound).toHaveLength(3);
  });
});
