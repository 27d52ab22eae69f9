import type { Sentence } from '@tocsin/contracts';

/** Why a row is taken, but a person should look at it. Permanent, as the codes of faults are. */
export const doubtCodes = [
  'unknown-code-kept',
  'not-in-dictionary',
  'ambiguous-day-month',
  'id-in-text',
  'identity-check-digit',
  'age-contradicts-identity',
  'sold-after-received',
  'answered-after-closed',
  'closed-without-date',
  'open-with-closing-date',
  'linked-to-itself',
  'chaser-without-link',
  'repeated-in-file',
] as const;
export type DoubtCode = (typeof doubtCodes)[number];

/** What people read; placeholders as in the sentences of faults. */
export const doubtTexts: Record<DoubtCode, Sentence> = {
  'unknown-code-kept': {
    zh: '{field}{value}不在代码表内，已按原值计入：请在导入模板中映射，或在字典中为它命名。',
    en: '{field}{value} is not one of the known codes and was counted as it stands: map it in the profile, or name it in the dictionary.',
  },
  'not-in-dictionary': {
    zh: '{field}{value}不在字典内，已按原值计入：请在字典中补充。',
    en: '{field}{value} is not in the dictionary and was counted as it stands: add it there.',
  },
  'ambiguous-day-month': {
    zh: '{field}{value}的日和月可以互换，已按 {expected} 读取：请在导入模板中为此列指定日期格式。',
    en: '{field}{value} can be read with day and month exchanged; it was read as {expected}: name the date format of this column in the profile.',
  },
  'id-in-text': {
    zh: '{field}中含有证件号码，已脱敏：请勿在正文中填写证件号码。',
    en: '{field} holds an identity number, which was masked: keep such numbers out of the text.',
  },
  'identity-check-digit': {
    zh: '{field}的校验码不正确：请核对号码。',
    en: '{field} has a wrong check digit: check the number.',
  },
  'age-contradicts-identity': {
    zh: '{field}{value}与证件号码中的出生日期不符：应为 {expected}，请核对。',
    en: '{field}{value} contradicts the birth date in the identity number, which makes {expected}: check both.',
  },
  'sold-after-received': {
    zh: '{field}{value}晚于受理日期：请核对两个日期。',
    en: '{field}{value} lies after the complaint was received: check both dates.',
  },
  'answered-after-closed': {
    zh: '{field}{value}晚于办结时间：请核对两个日期。',
    en: '{field}{value} lies after the complaint was closed: check both dates.',
  },
  'closed-without-date': {
    zh: '{field}{value}已办结，但没有办结时间，不计入办结率：请补充办结时间。',
    en: '{field}{value} says closed, but no closing time is given, so that no closure rate counts it: add the time.',
  },
  'open-with-closing-date': {
    zh: '{field}{value}未办结，但填有办结时间：请核对。',
    en: '{field}{value} says not closed, but a closing time is given: check both.',
  },
  'linked-to-itself': {
    zh: '{field}{value}指向本投诉自身：请填写被关联的投诉编号。',
    en: '{field}{value} is this complaint itself: give the number of the other one.',
  },
  'chaser-without-link': {
    zh: '催办未注明所催的投诉：请填写关联投诉编号，否则无法计算首次催办时间。',
    en: 'A chaser names no complaint: give the linked complaint, or the time to the first chaser cannot be computed.',
  },
  'repeated-in-file': {
    zh: '{field}{value}在本文件第 {expected} 行已出现：只保留较新的一条，请核对是否为同一投诉。',
    en: '{field}{value} stands already in row {expected} of the file: only the newer one is kept; check that it is the same complaint.',
  },
};
