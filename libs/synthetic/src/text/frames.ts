import { type Template, templates } from './slots.ts';

/** How a narrative begins. Some name the complainant, as clerks do, personal data and all. */
export const openers = templates(`
本人于{date}在{branch}投保{product}，
客户{name}来电反映：
投诉人{name}（身份证号{id}）反映：
保单号{policy}，
您好，我要投诉{branch}，
消费者反映其{date}购买{product}，
来访人{name}称，
我母亲{date}在银行柜台买了{product}，
投诉内容：
12378转来：{name}，电话{phone}，反映
我是{branch}的老客户，
尊敬的领导：`);

/** Openers that need quoting in a CSV file. */
export const awkwardOpeners = templates(`
来电摘要,"{name}"称：
第一次反映：{date}
第二次反映：`);

/** What is asked for; claims want to be paid, sales to be undone. */
const anyDemands = `
，要求尽快处理并给出书面答复。
，要求{branch}负责人当面道歉。
，希望监管部门介入调查。
。此前已反映{times}次，均未解决。
，如不解决将继续向上级投诉。
，请在{days}日内回电。
，诉求：说明依据，限期办结。`;
const claimDemands = templates(`${anyDemands}
，请贵公司核实并赔偿损失{amount}元。
，要求按合同足额赔付。`);
const saleDemands = templates(`${anyDemands}
，要求全额退还保费。
，要求追究{seller}的责任。`);

export const demandsFor = (reason: string): readonly Template[] =>
  reason.startsWith('claim') ? claimDemands : saleDemands;

/** How to reach the complainant; appended to about four in ten. */
export const contacts = templates(`
联系电话{phone}。
请致电{phone}，联系人{name}。
退款请汇至银行卡{card}，户名{name}。
邮箱{email}，电话{phone}。
本人身份证{id}，电话{phone}。
保单号{policy}，车牌{plate}。
微信同号{phone}。
请联系家属{name}（{phone}）。`);

export const chaserBodies = templates(`
催办：此前投诉已{days}天无人联系，请尽快处理。联系电话{phone}。
客户{name}第{times}次来电催问{product}投诉进度，情绪激动。
再次来电要求告知处理结果，称{branch}一直没有回复。`);

export const enquiryBodies = templates(`
咨询{product}的退保流程和所需材料。
客户询问{branch}的营业时间及联系电话。
咨询{product}保单{policy}的现金价值。`);

export const tipoffBodies = templates(`
举报{branch}人员{seller}以返佣方式销售{product}。
举报有人冒充公司员工办理“代理退保”，收取手续费，电话{phone}。`);
