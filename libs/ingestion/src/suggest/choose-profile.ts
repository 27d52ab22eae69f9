import type { Layout, Profile, Sentence } from '@tocsin/contracts';
import { isTable } from '../layout/is-table.ts';
import { headingKey } from '../profile/heading.ts';
import { misfitSentence } from '../profile/misfit-sentence.ts';
import { planFor } from '../profile/plan.ts';
import { resendColumns } from '../profile/resend-columns.ts';
import type { RowOptions } from '../row/row-options.ts';
import { profileFits } from './profile-fits.ts';

/** The profile that a file is read by when nobody named one, and why; or why none can be taken, and what to do. */
export type ProfileChoice = { readonly profile: string; readonly because: Sentence } | { readonly refusal: Sentence };

/** The columns of a file; of JSON the keys of its first objects. */
export interface Columns {
  readonly layout: Layout;
  readonly columns: readonly string[];
}

/** A profile that takes fewer of the sampled rows is not meant for the file, whatever its columns are called. */
const LEAST_SHARE = 0.5;
/** By so much of the rows the best must be ahead of the next to be taken without asking. */
const AHEAD = 0.2;

/**
 * The canonical profile for a file with canonical headings; undefined for any other. No row needs to be looked at: whoever
 * uses these names means these fields. Keys of JSON objects that it does not know are no reason against it, because
 * each object may have others: they are refused row by row.
 */
export function canonicalChoice(profiles: readonly Profile[], file: Columns): ProfileChoice | undefined {
  const canonical = profiles.find(({ name }) => name === 'canonical');
  if (canonical === undefined) return undefined;
  const asked: Profile = isTable(file.layout) ? canonical : { ...canonical, otherColumns: 'ignore' };
  return 'code' in planFor(asked, file.columns) ? undefined : { profile: canonical.name, because: canonicalHeadings };
}

/**
 * The one profile that fits a file clearly: it has the required columns and knows all of them, takes at least half of the
 * sampled records, and no other fits as well. Two that fit alike are refused, as is a file that none fits: it is never
 * guessed. See `canonicalChoice` for canonical headings, which come before all others.
 */
export function chooseProfile(
  profiles: readonly Profile[],
  file: Columns,
  records: readonly (readonly string[])[],
  options: Omit<RowOptions, 'profile' | 'plan'>,
): ProfileChoice {
  const canonical = canonicalChoice(profiles, file);
  if (canonical !== undefined) return canonical;
  const { columns } = file;
  const able = profiles.filter((profile) => !('code' in planFor(profile, columns)));
  if (able.length === 0) return { refusal: noneFits(nearest(profiles, columns), columns) };
  const fits = profileFits(able, columns, records, options);
  const [best, next] = fits;
  if (best === undefined || best.share < LEAST_SHARE) {
    return { refusal: takesTooLittle(able.map(({ name }) => name).join(', '), best?.share ?? 0) };
  }
  const rivals = fits.filter(({ share }) => share > best.share - AHEAD).map(({ profile }) => profile.name);
  if (rivals.length > 1) return { refusal: severalFit(rivals.join(', ')) };
  const { profile, share } = best;
  return { profile: profile.name, because: fitsBest(profile, columns.length, share, next !== undefined) };
}

/** The profile that knows most of a file's columns; canonical where none knows any. */
function nearest(profiles: readonly Profile[], columns: readonly string[]): Profile | undefined {
  const known = (profile: Profile) => {
    const names = new Set(headingsOf(profile).map(headingKey));
    return columns.filter((column) => names.has(headingKey(column))).length;
  };
  const canonicalFirst = profiles.toSorted((a, b) => Number(b.name === 'canonical') - Number(a.name === 'canonical'));
  return canonicalFirst.toSorted((a, b) => known(b) - known(a))[0];
}

const headingsOf = ({ fields, ignored, kinds, naturalKey = [], grain }: Profile): string[] => [
  ...Object.values(fields).flatMap((source) => [source.column, ...(source.aliases ?? []), ...(source.more ?? [])]),
  ...[...ignored, ...resendColumns, ...naturalKey, ...(grain?.by ?? []), ...kinds.map(({ when }) => when.column)],
];

const canonicalHeadings: Sentence = {
  zh: '未指定导入模板；列名符合标准格式，按标准格式读取。',
  en: 'No profile was named; the columns have canonical names, so the canonical profile was taken.',
};

const percent = (share: number) => `${Math.floor(share * 100)}%`;

const fitsBest = ({ name, label }: Profile, columns: number, share: number, hasNext: boolean): Sentence => ({
  zh: `未指定导入模板；文件的 ${columns} 列都在模板 ${name}（${label.zh}）中，抽查的行有 ${percent(share)} 可接收，${hasNext ? '其他模板可接收的明显更少' : '没有其他模板适合'}，因此按此模板读取。`,
  en: `No profile was named; all ${columns} columns are those of the profile ${name} (${label.en}), it takes ${percent(share)} of the rows looked at, and ${hasNext ? 'others take clearly fewer' : 'no other fits'}, so it was taken.`,
});

const theWay: Sentence = {
  zh: '请在「数据」页用导入向导建立模板（命令行：tocsin profile suggest 文件），或指定要用的模板。',
  en: 'Make a profile in the wizard on the page 数据 (on the command line: tocsin profile suggest FILE), or name the one to use.',
};

function noneFits(closest: Profile | undefined, columns: readonly string[]): Sentence {
  const misfit = closest && planFor(closest, columns);
  const why = closest && misfit && 'code' in misfit ? misfitSentence(misfit, closest.name) : { zh: '', en: '' };
  return {
    zh: `未指定导入模板，也没有适合此文件的模板。最接近的是 ${closest?.name ?? ''}：${why.zh}${theWay.zh}`,
    en: `No profile was named, and none fits this file. The nearest is ${closest?.name ?? ''}: ${why.en} ${theWay.en}`,
  };
}

const takesTooLittle = (names: string, share: number): Sentence => ({
  zh: `未指定导入模板；列名适合的模板（${names}）只能接收抽查行的 ${percent(share)}，未自动采用。${theWay.zh}`,
  en: `No profile was named; the columns are those of ${names}, which takes only ${percent(share)} of the rows looked at, so it was not taken by itself. ${theWay.en}`,
});

const severalFit = (names: string): Sentence => ({
  zh: `未指定导入模板，而适合此文件的模板不止一个（${names}）：请指定要用的模板。`,
  en: `No profile was named, and more than one fits this file (${names}): name the one to use.`,
});
