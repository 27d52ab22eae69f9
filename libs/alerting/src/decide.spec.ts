import { addCalendarDays } from '@tocsin/calendar';
import type { Level } from '@tocsin/contracts';
import { describe, expect, it } from 'vitest';
import { type AlertState, type SeriesSignal, decide, defaultPolicy, switchOff } from './index.ts';

const week = (number: number) => addCalendarDays('2026-01-05', 7 * number); // Mondays
const figures = { expected: 20, upper: 40, pValue: 0.5, note: null };

/** What a week showed: its level (B, Y, O, R), an excess too ordinary for a level (e), high (h), calm (c), no data (–), running (…). */
function weeks(story: string, first = 0): SeriesSignal[] {
  const levelOf: Record<string, Level> = { B: 'blue', Y: 'yellow', O: 'orange', R: 'red' };
  return [...story].map((letter, i): SeriesSignal => {
    const bucket = week(first + i);
    const level = levelOf[letter];
    if (level !== undefined) return { ...figures, bucket, observed: 60, verdict: 'excess', level };
    if (letter === 'e') return { ...figures, bucket, observed: 41, verdict: 'excess', level: '' };
    if (letter === 'h') return { ...figures, bucket, observed: 35, verdict: 'normal', level: '' };
    if (letter === '–') return { ...figures, bucket, observed: null, verdict: 'no-data', level: '' };
    if (letter === '…') return { ...figures, bucket, observed: 3, verdict: 'not-mature', level: '' };
    return { ...figures, bucket, observed: 18, verdict: 'normal', level: '' };
  });
}

const options = { grain: 'week', policy: defaultPolicy } as const;

/** The events as text: week number, kind, level afterwards. */
function story(signals: readonly SeriesSignal[], state?: AlertState): string[] {
  return decide(signals, state, options).map(({ kind, signal, after }) => {
    const number = (Date.parse(signal.bucket) - Date.parse(week(0))) / (7 * 86_400_000);
    return `${number} ${kind} ${after.level}`;
  });
}

describe('a warning', () => {
  it('never opens without a level', () => expect(story(weeks('ccehc–c'))).toEqual([]));

  it('opens, goes on, and resolves after two calm weeks', () => {
    expect(story(weeks('cBBccc'))).toEqual(['1 opened blue', '2 continued blue', '4 resolved blue']);
  });

  it('rises at once and goes down one level at a time', () => {
    expect(story(weeks('BRcccccccc'))).toEqual([
      '0 opened blue',
      '1 raised red',
      '3 lowered orange',
      '5 lowered yellow',
      '7 lowered blue',
      '9 resolved blue',
    ]);
  });

  it('keeps its level while weeks are neither calm nor in excess', () => {
    expect(story(weeks('Ochchchcc'))).toEqual(['0 opened orange', '8 lowered yellow']);
  });

  it('becomes orange by two yellows running, not by two with a week between', () => {
    expect(story(weeks('YY'))).toEqual(['0 opened yellow', '1 raised orange']);
    expect(story(weeks('YcY'))).toEqual(['0 opened yellow', '2 continued yellow']);
    expect(decide(weeks('YY'), undefined, options)[1]?.reason.name).toBe('two-yellows');
  });

  it('is neither opened nor resolved by missing data, nor by a week that still runs', () => {
    expect(story(weeks('––…'))).toEqual([]);
    expect(story(weeks('B–––…'))).toEqual(['0 opened blue']);
    expect(story(weeks('Bc–c'))).toEqual(['0 opened blue', '3 resolved blue']);
  });

  it('reopens within four weeks and opens anew after that', () => {
    expect(story(weeks('BccO'))).toEqual(['0 opened blue', '2 resolved blue', '3 reopened orange']);
    expect(story(weeks('BccccccB'))).toEqual(['0 opened blue', '2 resolved blue', '7 opened blue']);
  });

  it('remembers its peak and its buckets', () => {
    const last = decide(weeks('YRc'), undefined, options).at(-1)!;
    expect(last.after).toEqual({
      state: 'open',
      level: 'red',
      peakLevel: 'red',
      firstBucket: week(0),
      lastBucket: week(1),
      bucket: week(1),
    });
  });

  it('says why, with what was found', () => {
    const [signal] = weeks('Y');
    const note = { zh: '62 件, 预期 21', en: '62 cases, 21 expected' };
    expect(decide([{ ...signal!, note }], undefined, options)[0]!.because).toEqual({
      zh: '首次超出, 黄色：62 件, 预期 21',
      en: 'First excess, yellow. 62 cases, 21 expected',
    });
  });
});

describe('deciding twice', () => {
  const all = weeks('cBYYcBccccccccORcc–cccccccccB');

  it('with the state it led to changes nothing', () => {
    const state = decide(all, undefined, options).at(-1)!.after;
    expect(story(all, state)).toEqual([]);
  });

  it('week by week gives the same events as all at once', () => {
    let state: AlertState | undefined;
    const events: string[] = [];
    for (let until = 1; until <= all.length; until += 1) {
      for (let again = 0; again < 2; again += 1) {
        const known = all.slice(0, until);
        events.push(...story(known, state));
        state = decide(known, state, options).at(-1)?.after ?? state;
      }
    }
    expect(events).toEqual(story(all));
  });

  it('raises within the same week when the running week gets worse', () => {
    const state = decide(weeks('cB'), undefined, options).at(-1)!.after;
    expect(story(weeks('cO'), state)).toEqual(['1 raised orange']);
  });

  it('leaves what was settled alone when an old week is corrected', () => {
    const state = decide(weeks('cBB'), undefined, options).at(-1)!.after;
    expect(story(weeks('RBB'), state)).toEqual([]);
  });
});

describe('calm', () => {
  it('counts three days, not two', () => {
    const days = weeks('Bccc').map((signal, i) => ({ ...signal, bucket: addCalendarDays(week(0), i) }));
    const kinds = decide(days, undefined, { ...options, grain: 'day' }).map(({ kind, signal }) => [
      kind,
      signal.bucket,
    ]);
    expect(kinds).toEqual([
      ['opened', '2026-01-05'],
      ['resolved', '2026-01-08'],
    ]);
  });

  it('is within reach of a large series with a narrow band', () => {
    // 80 % of 570 is 456, far below the 500 expected: no ordinary week would ever be calm.
    const narrow = { expected: 500, upper: 570 };
    const signals = weeks('Bcc').map((signal, i) => ({ ...signal, ...narrow, observed: i === 0 ? 700 : 505 }));
    expect(story(signals)).toEqual(['0 opened blue', '2 resolved blue']);
  });
});

it('a warning of a rule that was switched off ends', () => {
  const { after, signal } = decide(weeks('O'), undefined, options)[0]!;
  expect(switchOff(after, signal)).toMatchObject({ kind: 'resolved', after: { state: 'resolved', level: 'orange' } });
  expect(switchOff({ ...after, state: 'resolved' }, signal)).toBeUndefined();
});
