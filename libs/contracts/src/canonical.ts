/**
 * The canonical complaint: every field that a source system may hand over, its type, and whether it is personal.
 * Profiles, API, warehouse and docs are all made from this list.
 *
 * - `text`    any string; trimmed
 * - `code`    a value of the named code set (closed sets refuse unknown values, open ones keep them)
 * - `instant` a moment; a date without a time is local midnight in the profile's zone
 * - `day`     a calendar day, `YYYY-MM-DD`
 * - `integer` a whole number ≥ 0
 * - `decimal` an amount in yuan, ≥ 0, two places
 * - `flag`    true / false
 * - `codes`   several codes, separated by `|`
 *
 * Personal fields never reach the analytic tables in the clear: `masked` ones are stored masked, `hashed` ones
 * only feed the keyed hash that finds one person's complaints.
 */
export type FieldType = 'text' | 'code' | 'instant' | 'day' | 'integer' | 'decimal' | 'flag' | 'codes';

export interface CanonicalField {
  readonly name: string;
  readonly type: FieldType;
  readonly required?: boolean;
  readonly codeSet?: string;
  readonly personal?: 'masked' | 'hashed';
  readonly label: { readonly zh: string; readonly en: string };
}

const field = <const Name extends string>(
  name: Name,
  type: FieldType,
  zh: string,
  en: string,
  more: Pick<CanonicalField, 'required' | 'codeSet' | 'personal'> = {},
): CanonicalField & { readonly name: Name } => ({ name, type, label: { zh, en }, ...more });

export const canonicalFields = [
  field('complaint_id', 'text', '投诉编号', 'Complaint number', { required: true }),
  field('received_at', 'instant', '受理时间', 'Received at', { required: true }),
  field('arrived_at', 'instant', '登记时间', 'Entered in the system at'),
  field('updated_at', 'instant', '更新时间', 'Updated at'),
  field('version', 'integer', '版本号', 'Version'),
  field('kind', 'code', '来件性质', 'Kind', { codeSet: 'kind' }),
  field('linked_to', 'text', '关联投诉编号', 'Linked complaint'),
  field('is_repeat', 'flag', '重复投诉', 'Repeat'),
  field('is_escalated', 'flag', '越级投诉', 'Escalated past the company'),
  field('group_size', 'integer', '投诉人数', 'Number of complainants'),
  field('source', 'code', '投诉来源', 'Source', { codeSet: 'source', required: true }),
  field('intake_channel', 'code', '受理渠道', 'Intake channel', { codeSet: 'intake_channel' }),
  field('region', 'code', '投诉地区', 'Region', { codeSet: 'region' }),
  field('org_sold', 'text', '承保机构', 'Organisation that sold'),
  field('org_service', 'text', '服务机构', 'Organisation that served'),
  field('org_handling', 'text', '处理机构', 'Handling organisation'),
  field('organisation', 'text', '责任机构', 'Responsible organisation'),
  field('line', 'code', '业务类别', 'Business line', { codeSet: 'line' }),
  field('product', 'text', '产品', 'Product'),
  field('sales_channel', 'code', '销售渠道', 'Sales channel', { codeSet: 'sales_channel' }),
  field('outlet', 'text', '销售网点', 'Sales outlet'),
  field('agent', 'text', '销售人员代码', 'Seller', { personal: 'hashed' }),
  field('sale_day', 'day', '投保日期', 'Sold on'),
  field('link', 'code', '业务环节', 'Business link', { codeSet: 'link' }),
  field('reason', 'code', '投诉原因', 'Reason', { codeSet: 'reason' }),
  field('complainant_name', 'text', '投诉人姓名', 'Complainant', { personal: 'masked' }),
  field('complainant_phone', 'text', '联系电话', 'Phone', { personal: 'masked' }),
  field('complainant_id_number', 'text', '证件号码', 'Identity number', { personal: 'masked' }),
  field('complainant_kind', 'code', '投诉人身份', 'Complainant kind', { codeSet: 'complainant_kind' }),
  field('age', 'integer', '年龄', 'Age'),
  field('special_groups', 'codes', '特殊群体', 'Special groups', { codeSet: 'special_group' }),
  field('policy_number', 'text', '保单号', 'Policy number', { personal: 'masked' }),
  field('department', 'text', '处理部门', 'Handling department'),
  field('status', 'code', '处理状态', 'Status', { codeSet: 'status' }),
  field('due_on', 'day', '办理时限', 'Due on'),
  field('answered_at', 'instant', '答复时间', 'Answered at'),
  field('closed_at', 'instant', '办结时间', 'Closed at'),
  field('outcome', 'code', '核查结果', 'Outcome', { codeSet: 'outcome' }),
  field('settlement', 'code', '处理方式', 'Settlement', { codeSet: 'settlement' }),
  field('compensation', 'decimal', '补偿金额', 'Compensation'),
  field('satisfaction', 'integer', '满意度', 'Satisfaction (1–5)'),
  field('cause_department', 'text', '溯源部门', 'Root-cause department'),
  field('narrative', 'text', '投诉内容', 'Narrative', { personal: 'masked' }),
] as const satisfies readonly CanonicalField[];

export type CanonicalFieldName = (typeof canonicalFields)[number]['name'];

/** One complaint as a source hands it over: canonical names, every value as text, absent or empty when unknown. */
export type CanonicalRecord = Partial<Record<CanonicalFieldName, string>>;
