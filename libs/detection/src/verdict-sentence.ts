import type { IsoDay, RuleGrain, Sentence, Verdict } from '@tocsin/contracts';
import { howRare } from './how-rare.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * A verdict in one sentence, in both languages: what came, what was expected, how rare that is, what was left out.
 * "11月16日当周 62 件, 预期 21, 约每 14 个月偶然出现一次" / "Week of 16 Nov: 62 cases, 21 expected, by chance …".
 *
 * How rare is said of excesses only: of an ordinary number it would sound like news.
 */
export function verdictSentence(verdict: Verdict, grain: RuleGrain): Sentence {
  const parts = [came(verdict), expectation(verdict), rarity(verdict, grain), verdict.note];
  const known = parts.filter((part) => part !== null);
  const when = bucketName(verdict.at, grain);
  return {
    zh: `${when.zh} ${known.map((part) => part.zh).join(', ')}`,
    en: `${when.en}: ${known.map((part) => part.en).join(', ')}`,
  };
}

/** The bucket as people say it: "11月16日当周" / "Week of 16 Nov", "11月16日" / "16 Nov", "2026年11月" / "Nov 2026", "2026年4季度" / "2026Q4". */
export function bucketName(at: IsoDay, grain: RuleGrain): Sentence {
  const year = at.slice(0, 4);
  const month = Number(at.slice(5, 7));
  if (grain === 'quarter') return { zh: `${year}年${Math.ceil(month / 3)}季度`, en: `${year}Q${Math.ceil(month / 3)}` };
  if (grain === 'month') return { zh: `${year}年${month}月`, en: `${MONTHS[month - 1] ?? ''} ${year}` };
  const day = Number(at.slice(8));
  const zh = `${month}月${day}日`;
  const en = `${day} ${MONTHS[month - 1] ?? ''}`;
  return grain === 'week' ? { zh: `${zh}当周`, en: `Week of ${en}` } : { zh, en };
}

/** An expected number as people read it: whole from ten on, one decimal below; little is not nothing. */
export function roundExpected(expected: number): string {
  if (expected > 0 && expected < 0.05) return '<0.1';
  return expected >= 10 ? String(Math.round(expected)) : expected.toFixed(1).replace(/\.0$/, '');
}

function came({ observed }: Verdict): Sentence | null {
  if (observed === null) return null;
  return { zh: `${observed} 件`, en: `${observed} ${observed === 1 ? 'case' : 'cases'}` };
}

function expectation({ observed, expected, upper, pValue, verdict }: Verdict): Sentence | null {
  if (observed === null) return null;
  // Without a chance there was no test: what counts is the line that was crossed.
  const line = upper !== null && pValue === null && verdict === 'excess' ? Math.floor(upper) : null;
  const usual = expected === null ? null : roundExpected(expected);
  if (line !== null) {
    return usual === null
      ? { zh: `超过上限 ${line}`, en: `above the limit of ${line}` }
      : { zh: `超过上限 ${line}, 平时 ${usual}`, en: `above the limit of ${line}, usually ${usual}` };
  }
  return usual === null ? null : { zh: `预期 ${usual}`, en: `${usual} expected` };
}

function rarity({ verdict, pValue }: Verdict, grain: RuleGrain): Sentence | null {
  return verdict === 'excess' && pValue !== null ? howRare(pValue, grain) : null;
}
