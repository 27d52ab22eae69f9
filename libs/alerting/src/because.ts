import type { Level, Sentence } from '@tocsin/contracts';

/** Why something happened to a warning. */
export type Reason =
  | { readonly name: 'first-excess'; readonly level: Level }
  | { readonly name: 'excess-in-cool-down'; readonly level: Level }
  | { readonly name: 'higher-level' | 'two-yellows'; readonly level: Level; readonly from: Level }
  | { readonly name: 'still-in-excess'; readonly level: Level }
  /** Without `level`: it was blue and is over. */
  | { readonly name: 'calm'; readonly periods: number; readonly from: Level; readonly level?: Level }
  | { readonly name: 'rule-off' };

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
  }
}

const fromTo = (zh: string, en: string, from: Level, to: Level): Sentence => ({
  zh: `由${levelNames[from].zh}${zh}${levelNames[to].zh}`,
  en: `${en} from ${levelNames[from].en} to ${levelNames[to].en}`,
});

function calm({ periods, from, level }: Extract<Reason, { name: 'calm' }>): Sentence {
  const since = { zh: `连续 ${periods} 期回落`, en: `${periods} calm periods running` };
  if (level === undefined) return { zh: `${since.zh}, 预警解除`, en: `Resolved: ${since.en}` };
  const { zh, en } = fromTo('降', 'Lowered', from, level);
  return { zh: `${since.zh}, ${zh}`, en: `${en}: ${since.en}` };
}
