import { codeSet } from '../code-set.ts';

export const intakeChannels = codeSet('intake_channel', false, [
  ['phone', '电话', 'Phone'],
  ['counter', '柜面', 'Counter'],
  ['visit', '来访', 'Visit'],
  ['letter', '来信', 'Letter'],
  ['web', '网络', 'Web'],
  ['wechat', '微信', 'WeChat'],
  ['app', 'APP', 'App'],
  ['email', '邮件', 'E-mail'],
]);

/** Business lines, a tree: property (财产险) and life-company (人身险) business and their parts. */
export const lines = codeSet('line', false, [
  ['property', '财产险', 'Property and casualty'],
  ['property.motor', '车险', 'Motor'],
  ['property.agriculture', '农险', 'Agriculture'],
  ['property.guarantee', '保证险', 'Guarantee'],
  ['property.accident-health', '意健险', 'Accident and health (P&C)'],
  ['property.liability', '责任险', 'Liability'],
  ['property.enterprise-home', '企财家财', 'Enterprise and home'],
  ['property.other', '其他财产险', 'Other P&C'],
  ['life', '人身险', 'Life and health'],
  ['life.traditional', '普通寿险', 'Traditional life'],
  ['life.participating', '分红险', 'Participating'],
  ['life.universal', '万能险', 'Universal life'],
  ['life.unit-linked', '投连险', 'Unit-linked'],
  ['life.critical-illness', '疾病险', 'Critical illness'],
  ['life.medical', '医疗险', 'Medical'],
  ['life.care', '护理险', 'Long-term care'],
  ['life.accident', '意外险', 'Accident'],
  ['life.annuity', '年金', 'Annuity'],
]);

export const salesChannels = codeSet('sales_channel', false, [
  ['agent', '个险', 'Tied agents'],
  ['bank', '银保', 'Bancassurance'],
  ['broker', '经代', 'Brokers and agencies'],
  ['internet', '互联网', 'Internet'],
  ['group', '团险', 'Group'],
  ['telephone', '电销', 'Telemarketing'],
]);

/** The link of the business in which the trouble arose (业务环节). */
export const links = codeSet('link', false, [
  ['sale', '宣传展业', 'Sale'],
  ['underwriting', '承保', 'Underwriting'],
  ['policy-service', '保全', 'Policy service'],
  ['claim', '理赔给付', 'Claims'],
  ['maturity', '满期给付/分红', 'Maturity and dividends'],
  ['renewal', '续期', 'Renewal'],
  ['surrender', '退保', 'Surrender'],
  ['callback', '回访', 'Call-back'],
  ['other', '其他', 'Other'],
]);

/** Reasons, two levels shipped; a third is free. Our own codes, in the shape the trade uses. */
export const reasons = codeSet('reason', false, [
  ['claim', '理赔', 'Claims'],
  ['claim.liability', '责任认定', 'Liability decision'],
  ['claim.amount', '定核损金额', 'Assessed amount'],
  ['claim.delay', '理赔时效', 'Delay'],
  ['claim.paperwork', '材料流程', 'Paperwork'],
  ['claim.attitude', '服务态度', 'Attitude'],
  ['claim.payment', '赔款支付', 'Payment'],
  ['sale', '销售', 'Sales'],
  ['sale.exaggeration', '夸大责任或收益', 'Exaggerated cover or yield'],
  ['sale.promise', '承诺不确定利益', 'Promised uncertain benefit'],
  ['sale.surrender-loss', '未告知解约损失', 'Surrender loss not told'],
  ['sale.premium-terms', '未告知缴费后果', 'Premium terms not told'],
  ['sale.signature', '代签字', 'Forged signature'],
  ['sale.callback', '诱导回访', 'Coached call-back'],
  ['underwriting', '承保', 'Underwriting'],
  ['underwriting.refusal', '拒保加费', 'Refusal or loading'],
  ['underwriting.tying', '搭售强制', 'Tying'],
  ['surrender', '保全与退保', 'Policy service and surrender'],
  ['surrender.refund', '未全额退', 'No full refund'],
  ['surrender.delay', '退保时效', 'Delay'],
  ['surrender.procedure', '手续', 'Procedure'],
  ['maturity', '满期给付/分红', 'Maturity and dividends'],
  ['maturity.amount', '给付金额', 'Amount'],
  ['maturity.delay', '给付时效', 'Delay'],
  ['renewal', '续期', 'Renewal'],
  ['renewal.debit', '扣费争议', 'Disputed debit'],
  ['renewal.lapse', '失效复效', 'Lapse and reinstatement'],
  ['service', '服务', 'Service'],
  ['service.attitude', '服务态度', 'Attitude'],
  ['service.access', '服务可及', 'Hard to reach'],
  ['product', '产品设计', 'Product design'],
  ['product.terms', '条款争议', 'Disputed terms'],
]);
