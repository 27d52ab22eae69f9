import type { IsoDay, RuleGrain, Sentence, Verdict } from '@tocsin/contracts';
import { type DetectorName, type Point, eventNames, joined, takesExposure } from '@tocsin/detection';

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
    const why = isRescued ? ALL_OF_IT : eventsBefore(events, verdict.at);
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
function eventsBefore(events: readonly Point[], at: IsoDay): Sentence | null {
  const before = events.filter((event) => event.at < at);
  const labels = before.flatMap(({ event }) => (event === undefined ? [] : [event]));
  return eventsNote(labels, before.length, PERIODS);
}

/** What time is counted in, in words: "3 期", "3 periods". */
interface Counted {
  readonly zh: string;
  readonly one: string;
  readonly several: string;
}
const PERIODS: Counted = { zh: '期', one: 'period', several: 'periods' };
export const DAYS: Counted = { zh: '天', one: 'day', several: 'days' };

/** Which events a baseline did without, and how much of its time they were; null where that is none. */
export function eventsNote(labels: readonly Sentence[], count: number, { zh, one, several }: Counted): Sentence | null {
  if (count === 0) return null;
  const names = eventNames(labels);
  return {
    zh: `基线未计入已知事件${names.zh}的 ${count} ${zh}`,
    en: `${count} ${count === 1 ? one : several} of known events${names.en} were left out of the baseline`,
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
