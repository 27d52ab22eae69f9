import type { IsoDay, RuleGrain, Sentence, Verdict } from '@tocsin/contracts';
import { type DetectorName, type Point, joined, takesExposure } from '@tocsin/detection';

/** So many names of events are said; of more only how many there are. */
const MOST_NAMES = 3;

interface Watched {
  readonly grain: RuleGrain;
  readonly detector: { readonly name: DetectorName };
}

/**
 * Verdicts by a detector, with what its baseline left out and why. Neither known events nor days that still come in may
 * silence a series: where too little history is left without them, the bucket is judged by all of it, and says so.
 *
 * `verdictsOf` runs the detector over points of the same days.
 */
export function verdictsWithReasons(
  points: readonly Point[],
  watched: Watched,
  verdictsOf: (points: readonly Point[]) => readonly Verdict[],
): readonly Verdict[] {
  const found = verdictsOf(points);
  const events = points.filter(({ isEvent }) => isEvent === true);
  const isPlain = events.length === 0 && points.every(({ maturity = 1 }) => maturity >= 1);
  const isSilent = !isPlain && found.some(({ verdict }) => verdict === 'too-little-history');
  const byAll = isSilent ? verdictsOf(points.map(plain)) : found;
  const volume = volumeNote(points, watched);
  return found.map((verdict, i) => {
    const whole = byAll[i] ?? verdict;
    const isRescued = verdict.verdict === 'too-little-history' && whole.verdict !== 'too-little-history';
    const used = isRescued ? whole : verdict;
    if (used.expected === null) return used;
    const why = isRescued ? ALL_OF_IT : eventsNote(events, verdict.at);
    const note = joined([used.note, why, used.verdict === 'excess' ? volume : null]);
    return note === used.note ? used : { ...used, note };
  });
}

function plain({ isEvent: _isEvent, maturity: _maturity, event: _event, ...point }: Point): Point {
  return point;
}

const ALL_OF_IT: Sentence = {
  zh: '除去已知事件和未到齐的日子后历史不足, 改按全部历史判断',
  en: 'without known events and days still coming in there is too little history: judged by all of it',
};

/** Which events before a bucket its baseline did without. */
function eventsNote(events: readonly Point[], at: IsoDay): Sentence | null {
  const before = events.filter((event) => event.at < at);
  if (before.length === 0) return null;
  const names = [...new Map(before.flatMap(({ event }) => (event === undefined ? [] : [[event.zh, event]]))).values()];
  const isMany = names.length === 0 || names.length > MOST_NAMES;
  return {
    zh: `基线未计入已知事件${isMany ? '' : `「${names.map(({ zh }) => zh).join('」「')}」`}的 ${before.length} 期`,
    en: `${before.length} ${before.length === 1 ? 'period' : 'periods'} of known events${isMany ? '' : ` (${names.map(({ en }) => en).join(', ')})`} were left out of the baseline`,
  };
}

/** Whether more business was expected to bring more; nothing for methods that do not ask. */
function volumeNote(points: readonly Point[], { detector, grain }: Watched): Sentence | null {
  if (!takesExposure(detector.name, grain)) return null;
  return points.every(({ exposure }) => exposure !== undefined) ? BY_VOLUME : BY_COUNT;
}

const BY_VOLUME: Sentence = { zh: '预期已按业务量折算', en: 'expected in proportion to business in force' };
const BY_COUNT: Sentence = {
  zh: '无业务量数据, 按件数判断',
  en: 'no volume of business is known: judged by counts alone',
};
