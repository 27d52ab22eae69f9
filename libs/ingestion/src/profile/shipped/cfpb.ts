import { type FieldSource, Profile } from '@tocsin/contracts';

/** States, the District, territories and the armed forces' mail, as ISO 3166-2 and the postal service name them. */
const STATES =
  'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY AS FM GU MH MP PR PW UM VI AA AE AP'.split(
    ' ',
  );

/** Whatever an export calls a column: as the website writes it, in snake case, or by its place without a header. */
const column = (place: number, title: string, ...more: readonly string[]): FieldSource => {
  const snake = title.toLowerCase().replace(/[ -]/g, '_');
  const aliases = [snake, snake.replace('?', ''), ...more, `column ${place}`];
  return { column: title, aliases: [...new Set(aliases)].filter((alias) => alias !== title) };
};

/** Python writes nothing as `None`. */
const nothing = { None: '', 'N/A': '' };

/**
 * Complaints of the US Consumer Financial Protection Bureau, as its website and its interface export them: titles or
 * snake case, ISO or US dates, or no header at all (the website's 18 columns in their order).
 *
 * - `line` is the product, `product` the sub-product; `reason` is issue and sub-issue as two levels of a tree.
 * - A US state is no region of GB/T 2260: it becomes `US-TX` (ISO 3166-2), which no Chinese code can be mistaken for.
 * - Every complaint came through the regulator. What the company answered is kept as `settlement` in its own words; it
 *   says nothing of who was right, so there is no `outcome`.
 */
export const cfpbProfile: Profile = Profile.parse({
  name: 'cfpb',
  label: { zh: '美国消费者金融保护局（公开数据）', en: 'US Consumer Financial Protection Bureau (open data)' },
  dates: ['yyyy-MM-dd', 'M/d/yyyy', 'M/d/yy', 'iso', 'yyyy-MM-ddTHH:mm:ss'],
  fields: {
    complaint_id: column(18, 'Complaint ID'),
    received_at: column(1, 'Date received'),
    line: column(2, 'Product'),
    product: { ...column(3, 'Sub-product'), values: nothing },
    reason: {
      ...column(4, 'Issue'),
      more: ['Sub-issue', 'sub_issue', 'column 5'],
      joiner: '.',
      extract: '^(?s:(.*?))(?:\\.None)?$',
    },
    narrative: { ...column(6, 'Consumer complaint narrative', 'complaint_what_happened'), values: nothing },
    organisation: column(8, 'Company'),
    region: {
      ...column(9, 'State'),
      values: {
        ...Object.fromEntries(STATES.map((state) => [state, `US-${state}`])),
        'UNITED STATES MINOR OUTLYING ISLANDS': 'US-UM',
        ...nothing,
      },
    },
    special_groups: {
      ...column(11, 'Tags'),
      separator: ',',
      values: { 'Older American': 'elderly', Servicemember: 'servicemember', ...nothing },
    },
    intake_channel: {
      ...column(13, 'Submitted via'),
      values: {
        Web: 'web',
        'Web Referral': 'web',
        Phone: 'phone',
        'Postal mail': 'letter',
        Email: 'email',
        Fax: 'fax',
        Referral: 'referral',
      },
    },
    status: {
      ...column(15, 'Company response to consumer', 'company_response'),
      rules: [
        { matches: '^Closed', value: 'closed' },
        { matches: '^In progress$', value: 'open' },
        // The company never answered in time; the complaint was passed on all the same.
        { matches: '^Untimely response$', value: 'open' },
      ],
      otherwise: { value: 'open' },
    },
    settlement: {
      ...column(15, 'Company response to consumer', 'company_response'),
      values: { 'In progress': '', ...nothing },
    },
  },
  constants: { source: 'regulator', kind: 'complaint' },
  ignored: [
    ...[
      column(7, 'Company public response'),
      column(10, 'ZIP code', 'zipcode'),
      column(12, 'Consumer consent provided?'),
      column(14, 'Date sent to company'),
      column(16, 'Timely response?', 'timely'),
      column(17, 'Consumer disputed?'),
    ].flatMap(({ column: title, aliases = [] }) => [title, ...aliases]),
    '_source',
    'has_narrative',
  ],
});
