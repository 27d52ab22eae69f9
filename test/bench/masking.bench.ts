/**
 * How much of the personal data in free text the masker finds, and how much else it takes: on generated texts whose
 * personal values are known. `--texts N` (20,000), `--seed S` (1).
 *
 * recall     personal values of which nothing but what may be shown is left, by kind
 * precision  of all that was changed, the share that was personal; what must stay is in the texts as well
 * ratio      time for a text against one SHA-256 of the same text, in the same run
 */
import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';
import { maskText } from '@tocsin/ingestion';
import { type LabelledText, type PersonalKind, labelledTexts, personalKinds } from '@tocsin/synthetic';

const { values } = parseArgs({
  options: { texts: { type: 'string', default: '20000' }, seed: { type: 'string', default: '1' } },
});
const texts = [...labelledTexts(Number(values.seed), Number(values.texts))];
const masked = texts.map(({ text }) => maskText(text));

const found = Object.fromEntries(personalKinds.map((kind) => [kind, { all: 0, hidden: 0 }])) as Record<
  PersonalKind,
  { all: number; hidden: number }
>;
let innocent = 0;
let damaged = 0;
const misses: string[] = [];
function count({ personal, innocent: plain, text }: LabelledText, shown: string): void {
  for (const { kind, value } of personal) {
    found[kind].all += 1;
    if (isHidden(value, shown)) found[kind].hidden += 1;
    else if (misses.length < 8) misses.push(`${kind} ${value}: ${shown.slice(0, 120)}`);
  }
  for (const value of plain) {
    innocent += 1;
    // A short number may stand in the text more than once: as often as before, or something was taken.
    if (timesIn(shown, value) < timesIn(text, value) - timesInPersonal(personal, value)) damaged += 1;
  }
}

const timesIn = (text: string, value: string) => text.split(value).length - 1;
const timesInPersonal = (personal: LabelledText['personal'], value: string) =>
  personal.reduce((sum, one) => sum + timesIn(one.value, value), 0);
const isHidden = (value: string, shown: string) => !shown.includes(value);

texts.forEach((labelled, index) => count(labelled, masked[index] ?? ''));

const hidden = personalKinds.reduce((sum, kind) => sum + found[kind].hidden, 0);
const all = personalKinds.reduce((sum, kind) => sum + found[kind].all, 0);
const timed = (work: (text: string) => unknown) => {
  const start = process.hrtime.bigint();
  for (const { text } of texts) work(text);
  return Number(process.hrtime.bigint() - start) / 1000 / texts.length;
};
const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const rounds = Array.from({ length: 5 }, () => [timed(maskText), timed(hash)] as const);
const median = (numbers: number[]) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
const share = (part: number, whole: number) => Number((part / whole).toFixed(4));

console.log(
  JSON.stringify(
    {
      bench: 'masking',
      texts: texts.length,
      recall: share(hidden, all),
      recallByKind: Object.fromEntries(personalKinds.map((kind) => [kind, share(found[kind].hidden, found[kind].all)])),
      precision: share(hidden, hidden + damaged),
      personal: all,
      innocent,
      damaged,
      microsecondsPerText: Number(median(rounds.map(([mask]) => mask)).toFixed(2)),
      ratioToSha256: Number(median(rounds.map(([mask, sha]) => mask / sha)).toFixed(2)),
      misses,
    },
    null,
    2,
  ),
);
