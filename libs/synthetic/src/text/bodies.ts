import { type Template, templates } from './slots.ts';

/** What went wrong, by reason: one line, one way to tell it. */
export const bodies: Readonly<Record<string, readonly Template[]>> = {
  'claim.liability': templates(`
出险后公司以不属于保险责任为由拒赔{product}，投保时从未说明该免责条款
事故已由交警认定对方全责，理赔人员仍称不在{product}责任范围内，拒赔金额{amount}元
住院{days}天，公司以既往症为由拒付，投保时健康告知由业务员代为勾选
申请{product}理赔被告知条款约定不赔，要求出具书面拒赔理由至今未收到`),
  'claim.amount': templates(`
车辆{plate}维修实际花费{amount}元，定损只给一半，修理厂不认可
{product}核损金额过低，工时费和配件价都按最低标准，差额{amount}元要自己承担
医疗费发票合计{amount}元，赔付时扣除项目不明，理赔员说不清楚依据
对定损结果有异议，要求重新查勘，{days}天过去没有人联系`),
  'claim.delay': templates(`
{date}报案，材料已交齐{days}天，{product}赔款仍未到账
理赔进度一直显示审核中，拨打客服{times}次均答复等待，已超过承诺时限
车辆{plate}停在修理厂{days}天，定损员迟迟不来，产生停车费无人承担
提交索赔资料后{branch}换了{times}位经办人，每次都要从头再说`),
  'claim.paperwork': templates(`
理赔要求反复补材料，已往返{branch}{times}次，每次说的都不一样
要求提供原始发票，但原件已被医保留存，公司不接受分割单
受益人已提交公证书，仍要求全部继承人到场签字，{days}天没有办成`),
  'claim.attitude': templates(`
理赔员态度恶劣，多次挂断电话，称不满意可以去起诉
查勘员现场推诿，说{amount}元以下自己处理就行，不予登记`),
  'claim.payment': templates(`
{product}赔款{amount}元打到了别人的账户，要求尽快追回
赔款已结案，卡号{card}一直未到账，公司说银行退票`),
  'sale.exaggeration': templates(`
业务员{seller}介绍{product}时称年收益四个点以上，实际远低于宣传
在{branch}被告知是存款产品，三年可取，拿到保单才知道是{product}
销售时说什么病都能赔，理赔时才发现多数情形不在保障范围
{seller}朋友圈宣传“保本高息、随时可取”，与{product}条款不符`),
  'sale.promise': templates(`
{seller}口头承诺每年返还{amount}元，现在公司不承认
承诺购买{product}后可申请养老社区入住，现告知保费不够
投保时答应有分红保底，五年来从未达到所说的水平`),
  'sale.surrender-loss': templates(`
从未被告知{product}提前退保只能拿回现金价值，现在退保要损失{amount}元
{seller}说随时可退、不扣钱，申请退保时才知道损失超过一半
投保时没有讲解犹豫期和退保损失，签字都在手机上快速点过`),
  'sale.premium-terms': templates(`
以为一次交清，{date}又被扣款{amount}元，才知道{product}要连交十年
{seller}说交三年即可，合同写的是二十年，家里已无力续交`),
  'sale.signature': templates(`
{product}投保单上的签名不是本人所签，要求笔迹鉴定并退还全部保费
家人保单由{seller}代签字，回访电话也不是投保人接听`),
  'sale.callback': templates(`
{seller}教我回访时一律回答“是”和“清楚”，实际什么都没有讲
回访录音并非本人，{product}的关键内容从未有人说明`),
  'underwriting.refusal': templates(`
投保{product}被拒，公司不说明理由，要求给出书面解释
体检正常仍被加费{amount}元，核保标准不透明`),
  'underwriting.tying': templates(`
买交强险被要求必须同时购买{product}，否则不给出单
办理贷款时被强制搭售{product}，保费{amount}元直接从放款中扣除`),
  'surrender.refund': templates(`
要求全额退还{product}保费{amount}元，公司只同意退现金价值
因销售误导申请全额退保，{branch}答复需提供录音，本人无法提供
已交{amount}元，退保只退不到三成，不接受`),
  'surrender.delay': templates(`
{date}申请退保{product}，{days}天未处理，客服让等通知
退保资料交给{branch}后无人跟进，退保金至今未到账`),
  'surrender.procedure': templates(`
退保要求必须本人到{branch}柜面，老人行动不便，线上又无法办理
办理保单信息变更来回跑了{times}次，柜面与热线答复不一致`),
  'maturity.amount': templates(`
{product}到期给付金额比计划书少{amount}元，要求说明计算方法
交费十年，满期金加分红还不如银行存款，与当初介绍不符`),
  'maturity.delay': templates(`
{product}{date}已满期，{days}天仍未收到满期金
生存金应每年到账，今年{times}次查询都说在处理`),
  'renewal.debit': templates(`
未经同意从银行卡{card}扣款{amount}元续保{product}，要求退回
早已口头说明不再续保，{date}仍被自动扣费`),
  'renewal.lapse': templates(`
没有收到任何缴费提醒，{product}失效后要求重新体检才能复效
{branch}更换服务人员后无人通知缴费，导致保单中止`),
  'service.attitude': templates(`
{branch}柜面人员态度冷淡，业务办到一半让客户改天再来
服务人员推诿，同一个问题问了{times}次没有结果`),
  'service.access': templates(`
客服热线排队{days}分钟无人接听，线上客服只会自动回复
原业务员离职，{product}成了孤儿保单，{times}次致电无人服务`),
  'product.terms': templates(`
{product}条款对“意外”的定义与常识不符，格式条款显失公平
合同约定的等待期和免赔额设置不合理，投保时看不到完整条款`),
};

/** The same trouble after a typhoon. */
export const typhoonBodies = templates(`
台风登陆当天车辆{plate}被淹至仪表台，{date}报案，{days}天无人查勘
台风后{branch}报案电话打不进去，{times}次排队，车辆泡水损失扩大
泡水车定损只按{amount}元，修理厂说发动机要更换，差额谁来承担
台风期间树木砸中车辆{plate}，公司称属于自然灾害要走另外流程，反复补材料`);

/** What the illicit surrender agents hand to their customers: one text, filled in by name only. */
export const ringBodies = templates(`
本人购买{product}时业务员存在承诺收益、隐瞒退保损失、代客回访等严重违规行为，误导本人投保，现要求保险公司全额退还已交保费{amount}元，并依法查处相关责任人员
本人购买{product}时，业务员存在承诺收益、隐瞒退保损失、代客回访等严重违规行为，误导本人投保。现要求保险公司全额退还已交保费{amount}元，并依法查处相关责任人
本人在购买{product}时业务员存在承诺高额收益、隐瞒退保损失、代客回访等严重违规行为，误导本人投保，现强烈要求保险公司全额退还已交保费{amount}元并依法查处相关责任人员`);
