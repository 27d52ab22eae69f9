import { maskName } from './mask-field.ts';

/** Common surnames that are hardly ever the first character of another word. */
const SURE =
  '王李张刘陈杨赵黄周吴徐孙胡朱郭林罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余杜叶程魏苏吕丁沈任姚卢姜崔钟谭陆汪范廖石韦贾夏付邹熊孟秦邱江尹薛闫段雷侯龙陶黎贺郝龚邵钱覃戴莫孔史毛汤葛樊邢庞岳倪梅殷俞阮裘耿鲍翁';
/** Surnames that also begin ordinary words: believed only where the text says that a name follows. */
const UNSURE = '高马何于方白万金康顾严武洪向常安牛管温游祝齐施季关';

const ROLES =
  '投诉人|客户|联系人|被保险人|投保人|受益人|业务员|代理人|销售人员|客户经理|理赔员|查勘员|定损员|柜员|客服|经办人|主管|经理|家属|父亲|母亲|妻子|丈夫|儿子|女儿|律师|车主|当事人';
/** What may follow a name. Without it `客户王者归来` would lose half a word. */
const AFTER =
  '(?=$|[\\s,,。.;;、::!!??()()<>《》“”"\'/\\d*]|先生|女士|小姐|承诺|推荐|销售|表示|告知|反映|投诉|来电|来访|来信|联系|电话|手机|身份证|保证|声称|夸大|隐瞒|代签|诱导|说|称|在|于|的|向|与|和|及|让|将|未|对|为|被|已|等|处)';
const GIVEN = `[\\u4e00-\\u9fff]{1,2}?${AFTER}`;

const AFTER_ROLE = new RegExp(`((?:${ROLES})[是为叫]?\\s?)([${SURE}]${GIVEN})`, 'g');
const AFTER_TELLING = new RegExp(
  `((?:姓名|我叫|名叫|名字叫|(?:${ROLES})(?:姓名)?)\\s?[::是为]?\\s?)([${SURE}${UNSURE}]${GIVEN})`,
  'g',
);

/**
 * Masks the personal names that a text announces (`业务员张三`, `姓名:李小明`) down to the surname. A name without a
 * word that announces it cannot be told from other words and stays, unless the caller knows it (see `maskText`).
 * `mayTell`: the text holds 姓, 叫 or a colon, which every telling of a name needs.
 */
export function maskAnnouncedNames(text: string, mayTell = true): string {
  const replace = (_: string, cue: string, name: string) => cue + maskName(name);
  const masked = text.replace(AFTER_ROLE, replace);
  return mayTell ? masked.replace(AFTER_TELLING, replace) : masked;
}
