import { type FieldSource, type Profile, type Sentence, canonicalFields, kinds } from '@tocsin/contracts';
import { dateClash } from '../dates/date-format.ts';
import { headingKey } from './heading.ts';
import { compilePattern } from './pattern.ts';

/** Something in a profile that cannot be meant; `path` leads to the place, as in `fields.outcome.extract`. */
export interface ProfileFault {
  readonly path: string;
  readonly sentence: Sentence;
}

/**
 * What the shape of a profile does not show but would go wrong with the first row: patterns that the engine refuses,
 * dates with two meanings, kinds and zones that do not exist, columns without a field, fields that nothing fills.
 * Empty for a profile that can be used.
 */
export function profileFaults(profile: Profile): ProfileFault[] {
  return [
    ...patternFaults(profile),
    ...dateFaults(profile),
    ...kindFaults(profile),
    ...zoneFaults(profile),
    ...requiredFaults(profile),
    ...gatherFaults(profile),
    ...headingFaults(profile),
  ];
}

function* sourcesOf(profile: Profile): Generator<readonly [string, FieldSource]> {
  for (const [name, source] of Object.entries(profile.fields)) if (source) yield [name, source];
}

function patternFaults(profile: Profile): ProfileFault[] {
  const patterns: [path: string, pattern: string][] = profile.kinds.flatMap(({ when }, at) =>
    (when.matches ?? []).map((pattern): [string, string] => [`kinds.${at}.when.matches`, pattern]),
  );
  for (const [name, { extract, rules = [] }] of sourcesOf(profile)) {
    if (extract !== undefined) patterns.push([`fields.${name}.extract`, extract]);
    rules.forEach(({ matches }, at) => patterns.push([`fields.${name}.rules.${at}`, matches]));
  }
  return patterns
    .filter(([, pattern]) => compilePattern(pattern) === undefined)
    .map(([path, pattern]) => ({
      path,
      sentence: {
        zh: `正则表达式「${pattern}」不能使用：请检查括号，不要使用前后断言、反向引用或超过 1000 次的重复。`,
        en: `The pattern "${pattern}" cannot be used: check its brackets, and do without look-around, references to groups and more than 1,000 repetitions.`,
      },
    }));
}

function dateFaults(profile: Profile): ProfileFault[] {
  const lists: [path: string, formats: Profile['dates']][] = [['dates', profile.dates]];
  for (const [name, { dates }] of sourcesOf(profile)) if (dates) lists.push([`fields.${name}.dates`, dates]);
  return lists.flatMap(([path, formats]) => {
    const clash = dateClash(formats);
    if (clash === undefined) return [];
    const [one, other] = clash;
    return {
      path,
      sentence: {
        zh: `日期格式 ${one} 与 ${other} 会把同一文本读成不同的日子：请只保留一种。`,
        en: `The date formats ${one} and ${other} read the same text as different days: keep one of them.`,
      },
    };
  });
}

function kindFaults(profile: Profile): ProfileFault[] {
  const codes = kinds.codes.map(({ code }) => code);
  return profile.kinds.flatMap(({ kind, when }, at): ProfileFault[] => {
    const path = `kinds.${at}`;
    const faults: ProfileFault[] = [];
    if (!codes.includes(kind)) {
      const list = codes.join(', ');
      const sentence = {
        zh: `来件性质「${kind}」不存在：请使用 ${list}。`,
        en: `There is no kind "${kind}": use ${list}.`,
      };
      faults.push({ path, sentence });
    }
    if (!when.equals?.length && !when.matches?.length) {
      const sentence = {
        zh: `第 ${at + 1} 条来件性质规则没有条件：请填写 equals 或 matches。`,
        en: `Rule ${at + 1} of the kinds has no condition: give equals or matches.`,
      };
      faults.push({ path, sentence });
    }
    return faults;
  });
}

function zoneFaults({ timeZone }: Profile): ProfileFault[] {
  if (timeZone === undefined) return [];
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return [];
  } catch {
    const sentence = {
      zh: `时区「${timeZone}」不存在：请使用 Asia/Shanghai 这样的名称。`,
      en: `There is no time zone "${timeZone}": use a name like Asia/Shanghai.`,
    };
    return [{ path: 'timeZone', sentence }];
  }
}

function requiredFaults(profile: Profile): ProfileFault[] {
  return canonicalFields
    .filter((field) => 'required' in field)
    .filter(({ name }) => profile.fields[name] === undefined && profile.constants[name] === undefined)
    .filter(({ name }) => !(name === 'complaint_id' && profile.naturalKey))
    .map(({ name, label }) => ({
      path: `fields.${name}`,
      sentence: {
        zh: `必填项${label.zh}没有来源：请指定一列或一个固定值。`,
        en: `Nothing fills ${label.en}, which is required: name a column or a constant.`,
      },
    }));
}

/** `sum` needs numbers, `any` needs flags; both would make nonsense of anything else. */
function gatherFaults(profile: Profile): ProfileFault[] {
  const types = new Map<string, string>(canonicalFields.map(({ name, type }) => [name, type]));
  const fits = { sum: ['integer', 'decimal'], any: ['flag'] } as Readonly<Record<string, readonly string[]>>;
  const faults: ProfileFault[] = [];
  for (const [name, { gather = 'first' }] of sourcesOf(profile)) {
    if (fits[gather]?.includes(types.get(name) ?? '') ?? true) continue;
    const sentence = {
      zh: `字段 ${name} 不能用 ${gather} 合并：sum 只用于数字，any 只用于是/否。`,
      en: `The field ${name} cannot be gathered by ${gather}: sum is for numbers, any for yes and no.`,
    };
    faults.push({ path: `fields.${name}.gather`, sentence });
  }
  return faults;
}

/** One heading that two fields claim as an alias is allowed; an ignored column that feeds a field is a contradiction. */
function headingFaults(profile: Profile): ProfileFault[] {
  const ignored = new Set(profile.ignored.map(headingKey));
  const faults: ProfileFault[] = [];
  for (const [name, { column }] of sourcesOf(profile)) {
    if (!ignored.has(headingKey(column))) continue;
    const sentence = {
      zh: `列「${column}」既对应字段又被忽略：请删除其中一处。`,
      en: `The column "${column}" feeds a field and is ignored as well: take one of the two out.`,
    };
    faults.push({ path: `fields.${name}`, sentence });
  }
  return faults;
}
