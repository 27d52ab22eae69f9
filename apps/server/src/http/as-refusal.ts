import type { Sentence } from '@tocsin/contracts';
import { Refusal } from '../refusal.ts';

/** What a schema finds wrong; zod also says what it had expected. */
interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
  readonly expected?: unknown;
}

/** A request that does not fit its contract, in a sentence: which parameters, or that the body is no object at all. */
export function asRefusal(issues: readonly Issue[]): Refusal {
  const errors = issues.map(({ path = [], message }) => ({ path: path.map(nameOf).join('.'), message }));
  const isNoObject = issues.some(({ path = [], expected }) => path.length === 0 && expected === 'object');
  return new Refusal('invalid-request', { detail: isNoObject ? noObject : correct(errors), errors });
}

const nameOf = (part: PropertyKey | { readonly key: PropertyKey }) =>
  String(typeof part === 'object' ? part.key : part);

const noObject: Sentence = {
  zh: '请求体必须是一个 JSON 对象（{…}），而不是数组、文本或数字。',
  en: 'The body must be a JSON object ({…}), not an array, a text or a number.',
};

/** A fault of the whole has no name: what is wrong with it stands in its place. */
function correct(errors: readonly { readonly path: string; readonly message: string }[]): Sentence {
  const names = errors.map(({ path, message }) => path || message);
  return {
    zh: `请更正以下参数：${names.join('、')}`,
    en: `Correct these parameters: ${names.join(', ')}`,
  };
}
