import type { Trigger } from '@tocsin/contracts';
import type { DetectorWords } from '@tocsin/detection';

/** An order like a threshold, and no detector: it compares two published figures. */
export const peerMedianWords: DetectorWords = {
  label: { zh: '高于行业中位数', en: 'Above the industry median' },
  description: {
    zh: '每季度把公司的亿元保费、万张保单或万人次投诉量与监管公布的行业中位数相比。',
    en: 'Compares the company’s rate of a quarter with the median that the regulator published for the industry.',
  },
  needs: {
    zh: '该季度的行业通报和业务量数据。',
    en: 'The published figures and the exposure of the quarter.',
  },
};

const none = { zh: '无需历史。', en: 'No history.' };

export const triggerWords: Readonly<Record<Trigger['name'], DetectorWords>> = {
  'joint-people': {
    label: { zh: '群体投诉', en: 'Joint complaint' },
    description: {
      zh: '一件投诉的人数达到设定值：5 人为集体投诉，20 人面对面为重大消费投诉。',
      en: 'One complaint is brought by so many people: from 5 on it is collective, from 20 face to face it is major.',
    },
    needs: { zh: '数据含投诉人数。', en: 'The number of complainants.' },
  },
  'same-place-surrender': {
    label: { zh: '同地集中要求退保或给付', en: 'Many people of one place demand surrender' },
    description: {
      zh: '同一地区在若干天内有这么多人要求异常退保或给付：非正常给付与退保事件。',
      en: 'So many people of one place demand abnormal surrender or payment within so many days.',
    },
    needs: { zh: '数据含地区和业务环节。', en: 'Region and business link.' },
  },
  media: {
    label: { zh: '媒体投诉', en: 'Media' },
    description: { zh: '投诉人身份为媒体。', en: 'The complainant is a medium.' },
    needs: { zh: '数据含投诉人身份。', en: 'The complainant’s kind.' },
  },
  'due-in': {
    label: { zh: '临期与逾期', en: 'Due soon or overdue' },
    description: {
      zh: '未办结案件临近或超过办理时限；可逐件预警，也可按机构汇总。等级随剩余天数上升。',
      en: 'Open complaints near or past their due day, one by one or counted by organisation. The level rises as days run out.',
    },
    needs: { zh: '办理时限来自数据或时限规则。', en: 'Due days, from the data or from the deadline rules.' },
  },
  'repeated-subject': {
    label: { zh: '同一对象反复被投诉', en: 'The same subject again and again' },
    description: {
      zh: '同一销售人员、网点或产品在若干天内达到设定件数。',
      en: 'The same agent, outlet or product is complained about so many times within so many days.',
    },
    needs: { zh: '数据含该对象的代码。', en: 'The subject’s code.' },
  },
};

export const scanWords: DetectorWords = {
  label: { zh: '区域聚集扫描', en: 'Clusters of places' },
  description: {
    zh: '哪些相邻地区、城市或下属机构合在一起，近期明显多于其业务量或历史所能解释的。',
    en: 'Which neighbouring regions, cities or organisations together have more of late than their business or history explains.',
  },
  needs: {
    zh: '按预期比较需一年历史；按保费或保单比较需业务量数据。',
    en: 'A year of history, or exposure for premium and policies.',
  },
};

export const feedWords: DetectorWords = {
  label: { zh: '数据未到', en: 'Missing delivery' },
  description: {
    zh: '数据源应到未到；连续缺失时升级。',
    en: 'A feed that has not delivered in time; worse when several are missed in a row.',
  },
  needs: none,
};
