import type { Label } from '../code-set.ts';
import type { WorkId, WorksMeasure } from './measure.ts';

const times: Label = { zh: '次', en: 'times' };
const people: Label = { zh: '人次', en: 'people' };

const works = (
  work: WorkId,
  counts: WorksMeasure['counts'],
  label: readonly [zh: string, en: string],
): WorksMeasure => ({
  kind: 'works',
  basis: 'company',
  work,
  counts,
  worse: 'neither',
  unit: counts === 'people' ? people : times,
  label: { zh: label[0], en: label[1] },
  definition: {
    zh: `参考表「消保工作」的数值合计（指标名${counts === 'people' ? '含「人」' : '不含「人」「率」'}），按期末日计入；有全公司行时不加机构；只按机构细分，未登记或期间重叠为未知`,
    en: `Sum of the table of works (${counts === 'people' ? 'metrics of people, 人' : 'metrics but 人 and 率'}), each period on its last day; a whole-company row stands for its branches; by organisation only, unknown where not entered or periods overlap`,
  },
});

/** Consumer-protection works beside complaints, from the reference table `work`. */
export const workCounts = {
  works_reviews: works('review', 'times', ['消保审查', 'Consumer-protection reviews']),
  works_education: works('education', 'times', ['教育宣传活动', 'Education events']),
  works_education_people: works('education', 'people', ['教育宣传覆盖人次', 'People reached by education']),
  works_training: works('training', 'times', ['消保培训', 'Training sessions']),
  works_training_people: works('training', 'people', ['消保培训人次', 'People trained']),
  works_elderly: works('elderly', 'times', ['适老服务', 'Services for the elderly']),
  works_mediation: works('mediation', 'times', ['纠纷调解', 'Disputes mediated']),
  works_opinions: works('opinion', 'times', ['意见征集', 'Opinions collected']),
  works_drills: works('drill', 'times', ['应急演练', 'Emergency drills']),
  works_self_inspections: works('self-inspection', 'times', ['营销自查', 'Self-inspections']),
  works_reception: works('reception-day', 'times', ['接待日', 'Reception days']),
  works_reception_people: works('reception-day', 'people', ['接待日接待人次', 'People received on reception days']),
} satisfies Record<string, WorksMeasure>;
