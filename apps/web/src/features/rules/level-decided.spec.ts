import { DueInTrigger } from '@tocsin/contracts';
import { describe, expect, it } from 'vitest';
import { isFact, levelDecided } from './level-decided.ts';

describe('what decides a level', () => {
  it('is how unusual something is, where the rule names none', () => {
    expect(levelDecided({ kind: 'series', method: 'ears-c2', parameters: { alpha: 0.001 } })).toEqual({ by: 'rarity' });
    expect(levelDecided({ kind: 'scan', method: 'scan', parameters: {} })).toEqual({ by: 'rarity' });
  });

  it('is the rule, where it names one', () => {
    const named = { kind: 'series', method: 'threshold', parameters: { atLeast: 5, level: 'orange' } } as const;
    expect(levelDecided(named)).toEqual({ by: 'rule', level: 'orange' });
    const media = { kind: 'trigger', method: 'media', parameters: { level: 'red' } } as const;
    expect(levelDecided(media)).toEqual({ by: 'rule', level: 'red' });
  });

  it('are the days left for what is due, the longest first, and being overdue', () => {
    const { name: method, ...parameters } = DueInTrigger.parse({ name: 'due-in', overdue: 'red' });
    expect(levelDecided({ kind: 'trigger', method, parameters })).toEqual({
      by: 'days-left',
      steps: [
        { daysLeft: 5, level: 'blue' },
        { daysLeft: 3, level: 'yellow' },
        { daysLeft: 1, level: 'orange' },
      ],
      overdue: 'red',
    });
  });

  it('are deliveries missed in a row for feeds', () => {
    const feed = {
      kind: 'missing-feed',
      method: 'missing-feed',
      parameters: { yellowFrom: 4, orangeFrom: 6 },
    } as const;
    expect(levelDecided(feed)).toEqual({ by: 'missed', yellowFrom: 4, orangeFrom: 6 });
  });

  it('is told of facts and of judgements apart', () => {
    expect(['series', 'scan', 'trigger', 'missing-feed'].map((kind) => isFact({ kind } as never))).toEqual([
      ...[false, false],
      ...[true, true],
    ]);
  });
});
