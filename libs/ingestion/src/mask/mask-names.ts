import { maskName } from './mask-field.ts';

/** Common surnames that are hardly ever the first character of another word. */
const SURE =
  '萧傅阎岑王李张刘陈杨赵黄周吴徐孙胡朱郭林罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余杜叶程魏苏吕丁沈任姚卢姜崔钟谭陆汪范廖石韦贾夏付邹熊孟秦邱江尹薛闫段雷侯龙陶黎贺郝龚邵钱覃戴莫孔史毛汤葛樊邢庞岳倪梅殷俞阮裘耿鲍翁';
/** Surnames that also begin ordinary words: believed only where the text says that a name follows. */
const UNSURE = '高马何于方白万金康顾严武洪向常安牛管温游祝齐施季关';

/** Those of them that are believed after a role. */
const SURE_AFTER_ROLE = '高何马康顾严洪牛温祝齐施季';

const ROLES =
  '来电人|来访人|投诉人|客户|联系人|被保险人|投保人|受益人|业务员|代理人|销售人员|客户经理|理赔员|查勘员|定损员|柜员|客服|经办人|主管|经理|家属|父亲|母亲|妻子|丈夫|儿子|女儿|律师|车主|当事人|本人|我是|户主|邻居|朋友|同事|店员|医生|司机|伤者|死者|户名|收件人|收款人|听|经';
const TITLES = '先生|女士|小姐|经理|主任|主管|师傅|老师|律师|医生|同志|收(?=$|[\\s.\uFF0C。,])';
/** Words that may follow a name, and therefore are none. */
const WORDS =
  '先生|女士|小姐|承诺|推荐|销售|表示|告知|反映|投诉|来电|来访|来信|联系|电话|手机|身份证|保证|声称|夸大|隐瞒|代签|诱导|要求|介绍|经办|负责|经理';
/** Words that begin as some names do. */
const NO_NAMES = '高度|高额|高兴|高级|高龄|何时|何种|何处|何人|马上|马路|严重|严格|康复|温馨|齐全|施工|季度';
/** What may follow a name. Without it `客户王者归来` would lose half a word. The escapes are full-width punctuation. */
const AFTER = `(?=$|[\\s,.;:!?()\uFF0C\uFF1B\uFF1A\uFF01\uFF1F\uFF08\uFF09。、<>《》“”"'/\\d*]|${WORDS}|说|称|在|于|的|向|与|和|及|让|将|未|对|为|被|已|等|处|收|签)`;
const GIVEN = `(?!${WORDS})[\\u4e00-\\u9fff]{1,2}?${AFTER}`;

const AFTER_ROLE = new RegExp(`((?:${ROLES})[是为叫]?\\s?)((?!${NO_NAMES})[${SURE}${SURE_AFTER_ROLE}]${GIVEN})`, 'g');
/** `王小明先生`: a whole name before a title; a surname alone (`王经理`) names nobody. */
const BEFORE_TITLE = new RegExp(`([${SURE}])[\\u4e00-\\u9fff]{1,2}?(${TITLES})`, 'g');
const AFTER_TELLING = new RegExp(
  `((?:姓名|我叫|名叫|名字叫|(?:${ROLES})(?:姓名)?)\\s?[:\uFF1A是为]?\\s?)([${SURE}${UNSURE}]${GIVEN})`,
  'g',
);

/**
 * Characters without which a text holds no name after a role or before a title: a role's last one, at most three in front of
 * a surname; a title's first one, two or three behind one.
 */
export const NAME_SIGNS = {
  roleEnds: ROLES.split('|').map((role) => role.slice(-1)),
  surnames: [...SURE, ...SURE_AFTER_ROLE],
  titles: TITLES.split('|').map((title) => title.slice(0, 1)),
} as const;

const toSurname = (_: string, cue: string, name: string) => cue + maskName(name);

// A name without a word that announces it cannot be told from other words and stays, unless the caller knows it.

/** Masks a name that follows a role (`业务员张三`) down to the surname. */
export const maskAfterRole = (text: string): string => text.replace(AFTER_ROLE, toSurname);

/** Masks a name that a title follows (`王小明先生`). */
export const maskBeforeTitle = (text: string): string => text.replace(BEFORE_TITLE, '$1*$2');

/** Masks a name that is told (`姓名:李小明`). Every telling holds 姓, 叫 or a colon. */
export const maskAfterTelling = (text: string): string => text.replace(AFTER_TELLING, toSurname);
