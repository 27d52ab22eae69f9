import type { Level, Sentence } from '@tocsin/contracts';
import { compareLevels } from './level-of.ts';

/** Why something happened to a warning. */
export type Reason =
  | { readonly name: 'first-excess'; readonly level: Level }
  | { readonly name: 'excess-in-cool-down'; readonly level: Level }
  | { readonly name: 'higher-level' | 'two-yellows'; readonly level: Level; readonly from: Level }
  | { readonly name: 'still-in-excess'; readonly level: Level }
  /** Without `level`: it was blue and is over. */
  | { readonly name: 'calm'; readonly periods: number; readonly from: Level; readonly level?: Level }
  | { readonly name: 'rule-off' }
  | { readonly name: 'not-delivered' | 'missing-again'; readonly missed: number; readonly level: Level }
  | { readonly name: 'more-or-fewer-missed'; readonly missed: number; readonly level: Level; readonly from: Level }
  /** Nothing is missing any more; why is in the note. */
  | { readonly name: 'delivered' }
  /** A matter of fact; what it is is in the note. */
  | { readonly name: 'fact' | 'fact-again'; readonly level: Level }
  | { readonly name: 'fact-changed'; readonly level: Level; readonly from: Level }
  | { readonly name: 'fact-over' };

export const levelNames: Readonly<Record<Level, Sentence>> = {
  blue: { zh: '蓝', en: 'blue' },
  yellow: { zh: '黄', en: 'yellow' },
  orange: { zh: '橙', en: 'orange' },
  red: { zh: '红', en: 'red' },
};

/** The reason in words, followed by what was found. */
export function because(reason: Reason, note: Sentence | null): Sentence {
  const why = inWords(reason);
  if (note === null) return why;
  return { zh: `${why.zh}：${note.zh}`, en: `${why.en}. ${note.en}` };
}

function inWords(reason: Reason): Sentence {
  switch (reason.name) {
    case 'first-excess':
      return { zh: `首次超出, ${levelNames[reason.level].zh}色`, en: `First excess, ${levelNames[reason.level].en}` };
    case 'excess-in-cool-down':
      return {
        zh: `解除不久再次超出, ${levelNames[reason.level].zh}色`,
        en: `In excess again soon after it was resolved, ${levelNames[reason.level].en}`,
      };
    case 'higher-level':
      return fromTo('升', 'Raised', reason.from, reason.level);
    case 'two-yellows': {
      const { zh, en } = fromTo('升', 'Raised', reason.from, reason.level);
      return { zh: `连续两期达到黄色, ${zh}`, en: `${en}: two periods running were yellow` };
    }
    case 'still-in-excess':
      return { zh: '仍超出预期', en: 'Still in excess' };
    case 'calm':
      return calm(reason);
    case 'rule-off':
      return { zh: '规则已停用, 预警解除', en: 'Resolved: its rule has been switched off' };
    case 'not-delivered': {
      const { zh, en } = missedInWords(reason.missed);
      return { zh: `${zh}, ${levelNames[reason.level].zh}色`, en: `${en}, ${levelNames[reason.level].en}` };
    }
    case 'missing-again':
      return {
        zh: `再次缺失, ${levelNames[reason.level].zh}色`,
        en: `Missing again after it had come, ${levelNames[reason.level].en}`,
      };
    case 'more-or-fewer-missed': {
      const { zh, en } = change(reason.from, reason.level);
      const missed = missedInWords(reason.missed);
      return { zh: `${missed.zh}, ${zh}`, en: `${en}: ${missed.en.toLowerCase()}` };
    }
    case 'fact':
      return { zh: `触发${levelNames[reason.level].zh}色预警`, en: `Triggered, ${levelNames[reason.level].en}` };
    case 'fact-again':
      return {
        zh: `解除不久再次触发, ${levelNames[reason.level].zh}色`,
        en: `Triggered again soon after it was over, ${levelNames[reason.level].en}`,
      };
    case 'fact-changed':
      return change(reason.from, reason.level);
    case 'fact-over':
    case 'delivered':
      return { zh: '预警解除', en: 'Resolved' };
  }
}

const missedInWords = (missed: number): Sentence =>
  missed === 1
    ? { zh: '缺 1 次应到的数据', en: 'One delivery missing' }
    : { zh: `连续缺 ${missed} 次应到的数据`, en: `${missed} deliveries missing in a row` };

const fromTo = (zh: string, en: string, from: Level, to: Level): Sentence => ({
  zh: `由${levelNames[from].zh}${zh}${levelNames[to].zh}`,
  en: `${en} from ${levelNames[from].en} to ${levelNames[to].en}`,
});

function change(from: Level, to: Level): Sentence {
  const isWorse = compareLevels(to, from) > 0;
  return fromTo(isWorse ? '升' : '降', isWorse ? 'Raised' : 'Lowered', from, to);
}

function calm({ periods, from, level }: Extract<Reason, { name: 'calm' }>): Sentence {
  const since = { zh: `连续 ${periods} 期回落`, en: `${periods} calm periods running` };
  if (level === undefined) return { zh: `${since.zh}, 预警解除`, en: `Resolved: ${since.en}` };
  const { zh, en } = fromTo('降', 'Lowered', from, level);
  return { zh: `${since.zh}, ${zh}`, en: `${en}: ${since.en}` };
}
