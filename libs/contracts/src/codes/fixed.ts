import { codeSet } from '../code-set.ts';

/** Where a complaint came from (投诉来源). 12378 is the regulator; consumer associations and the media are `other`. */
export const sources = codeSet('source', true, [
  ['regulator', '监管转办', 'Forwarded by the regulator'],
  ['self', '自收', 'Received directly'],
  ['other', '其他转办', 'Forwarded by others'],
]);

/** What the row is. Only `complaint` enters any complaint figure. */
export const kinds = codeSet('kind', true, [
  ['complaint', '投诉', 'Complaint'],
  ['chaser', '催办', 'Chaser'],
  ['enquiry', '咨询', 'Enquiry'],
  ['tipoff', '举报', 'Tip-off'],
]);

/** Where a complaint stands. `withdrawn` ends it the same day (2020 rule, article 15). */
export const statuses = codeSet('status', true, [
  ['open', '处理中', 'Open'],
  ['answered', '已答复', 'Answered'],
  ['closed', '已办结', 'Closed'],
  ['withdrawn', '已撤诉', 'Withdrawn'],
]);

export const outcomes = codeSet('outcome', false, [
  ['upheld', '属实', 'Upheld'],
  ['partly', '部分属实', 'Partly upheld'],
  ['rejected', '不属实', 'Not upheld'],
  ['withdrawn', '撤诉', 'Withdrawn'],
]);

export const settlements = codeSet('settlement', false, [
  ['ordinary', '正常', 'Ordinary'],
  ['goodwill', '通融', 'Goodwill'],
  ['mediation', '调解', 'Mediation'],
]);

export const complainantKinds = codeSet('complainant_kind', false, [
  ['holder', '本人', 'Policyholder'],
  ['family', '家属', 'Family'],
  ['proxy', '受托人', 'Proxy'],
  ['heir', '继承人', 'Heir'],
  ['agent', '代理人', 'Agent'],
  ['illicit', '疑似非法代理', 'Suspected illicit agent'],
  ['lawyer', '律师', 'Lawyer'],
  ['media', '媒体', 'Media'],
]);

export const specialGroups = codeSet('special_group', false, [
  ['elderly', '老年', 'Elderly (60+)'],
  ['disabled', '残障', 'Disabled'],
  ['minor', '未成年', 'Minor'],
  ['newcomer', '新市民', 'New urban resident'],
]);
