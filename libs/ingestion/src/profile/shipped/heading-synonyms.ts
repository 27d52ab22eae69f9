import type { CanonicalFieldName } from '@tocsin/contracts';

const named = (list: string): readonly string[] => list.split('|');

/**
 * What companies, the regulator's forms and other systems call the canonical fields, beside the labels. A heading
 * stands under one field only, or not at all: `日期` alone, say, could be any of them.
 */
export const headingSynonyms: Readonly<Record<CanonicalFieldName, readonly string[]>> = {
  complaint_id: named(
    '投诉单号|投诉件编号|工单号|工单编号|案件编号|案件号|受理编号|投诉流水号|流水号|编号|complaint id|complaint no|complaint_no|complaint_number|case_id|case_no|case number|ticket_id|file_no|tousu_bianhao|tsbh',
  ),
  received_at: named(
    '受理日期|投诉时间|投诉日期|收件日期|收件时间|来件日期|接收日期|接收时间|received|date received|date_received|received_date|receipt_date|opened|open_date|shouli_shijian|shouli_riqi|slrq|slsj|tsrq',
  ),
  arrived_at: named(
    '录入时间|录入日期|登记日期|创建时间|created_at|created|entered_at|date sent to company|date_sent_to_company|dengji_shijian|djrq',
  ),
  updated_at: named(
    '修改时间|最后更新时间|最近更新时间|更新日期|updated|modified|modified_at|last_modified|gengxin_shijian|gxsj',
  ),
  version: named('版本|row_version|banben'),
  kind: named('来件类型|件类型|诉求类型|案件性质|case_type|laijian_xingzhi'),
  linked_to: named('关联编号|关联工单|原投诉编号|parent_id|related_to|linked_id'),
  is_repeat: named('是否重复投诉|是否重复|repeat|repeated|chongfu_tousu'),
  is_escalated: named('是否越级|是否越级投诉|escalated|yueji_tousu'),
  group_size: named('涉及人数|投诉人人数|complainants|number_of_complainants|tousu_renshu'),
  source: named('来源|投诉渠道来源|转办来源|件来源|complaint_source|tousu_laiyuan|tsly'),
  intake_channel: named('投诉渠道|来件渠道|投诉方式|投诉途径|channel|submitted via|submitted_via|shouli_qudao|slqd'),
  region: named('地区|省份|省|所在地区|所属地区|行政区划|province|state|tousu_diqu|diqu|shengfen'),
  org_sold: named('销售机构|出单机构|承保公司|selling_branch|chengbao_jigou'),
  org_service: named('客服机构|服务网点|service_branch|fuwu_jigou'),
  org_handling: named('受理机构|经办机构|承办机构|handling_branch|chuli_jigou'),
  organisation: named(
    '机构|机构名称|被投诉机构|被投诉单位|所属机构|分公司|分支机构|公司名称|organization|company|branch|zeren_jigou|jigou',
  ),
  line: named('险种大类|险种类别|业务类型|险类|business_line|coverage|coverage_type|yewu_leibie'),
  product: named('产品名称|险种|险种名称|产品代码|险种代码|product_name|sub-product|sub_product|chanpin|xianzhong'),
  sales_channel: named('渠道|业务渠道|展业渠道|distribution_channel|xiaoshou_qudao'),
  outlet: named('网点|营业网点|代理网点|sales_outlet|xiaoshou_wangdian'),
  agent: named('业务员代码|业务员工号|业务员|代理人代码|代理人工号|销售人员|销售人员工号|agent_code|agent_id|yewuyuan'),
  sale_day: named('投保日|承保日期|签单日期|保单生效日|出单日期|sale_date|sold_on|issue_date|policy_date|toubao_riqi'),
  link: named('环节|投诉环节|业务节点|process_step|yewu_huanjie'),
  reason: named(
    '投诉事由|投诉原因分类|投诉类别|投诉类型|投诉事项|原因|事由|issue|complaint_reason|complaint_type|category|tousu_yuanyin|tsyy',
  ),
  complainant_name: named(
    '投诉人|姓名|客户姓名|客户名称|投诉客户|投保人|联系人|name|customer_name|complainant|tousuren|xingming',
  ),
  complainant_phone: named(
    '电话|手机|手机号|手机号码|联系方式|电话号码|投诉人电话|投诉人手机|客户电话|来电号码|phone|mobile|telephone|tel|lianxi_dianhua|dianhua|shouji',
  ),
  complainant_id_number: named(
    '身份证号|身份证号码|身份证|证件号|投诉人证件号|投诉人身份证号|id_number|id_card|identity_number|zhengjian_haoma|shenfenzheng',
  ),
  complainant_kind: named('投诉人类型|投诉人与被保险人关系|与投保人关系|complaint_filed_by|filed_by|tousuren_shenfen'),
  age: named('投诉人年龄|客户年龄|customer_age|nianling'),
  special_groups: named('特殊人群|特殊客群|特殊客户|客群|tags|teshu_qunti'),
  policy_number: named('保单号码|保单编号|保险单号|保险单号码|policy_no|policy|baodanhao|baodan_hao'),
  department: named('责任部门|承办部门|经办部门|部门|dept|chuli_bumen'),
  status: named('状态|案件状态|办理状态|处理进度|当前状态|state_of_case|complaint_status|chuli_zhuangtai|zhuangtai'),
  due_on: named('截止日期|办理期限|处理期限|处理时限|应办结日期|due_date|deadline|banli_shixian'),
  answered_at: named('答复日期|回复时间|回复日期|首次答复时间|answered|answer_date|responded_at|dafu_shijian'),
  closed_at: named(
    '办结日期|结案时间|结案日期|完成时间|完结时间|关闭时间|closed|closed_date|date_closed|resolved_at|banjie_shijian|jiean_riqi',
  ),
  outcome: named('处理结果|是否属实|调查结果|核实结果|责任认定|finding|finding_type|disposition|result|hecha_jieguo'),
  settlement: named('解决方式|处置方式|化解方式|resolution|company_response_to_consumer|chuli_fangshi'),
  compensation: named('赔偿金额|补偿|补偿额|赔付金额|通融金额|退款金额|recovery|amount_paid|buchang_jine'),
  satisfaction: named('满意度评分|客户满意度|评分|rating|csat|manyidu'),
  cause_department: named('溯源责任部门|根因部门|问题部门|root_cause_department|suyuan_bumen'),
  narrative: named(
    '投诉详情|投诉描述|内容|投诉诉求|诉求内容|事件描述|投诉事实|情况说明|问题描述|备注|description|details|text|complaint_text|consumer complaint narrative|consumer_complaint_narrative|tousu_neirong|neirong',
  ),
};
