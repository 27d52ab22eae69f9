import type { Label } from '../code-set.ts';
import type { ExposureId } from './sums.ts';

/**
 * What stands below the line of a rate, as people say it. An amount is said in `unit` after it has been divided by the
 * rate's `scale`: 2,550,000,000 yuan of premium are 25.5 亿元, or 25.5 × 100M yuan.
 */
export const exposureWords: Readonly<Record<ExposureId, { readonly label: Label; readonly unit: Label }>> = {
  premium: { label: { zh: '保费', en: 'premium' }, unit: { zh: '亿元', en: '× 100M yuan' } },
  policies: { label: { zh: '保单', en: 'policies' }, unit: { zh: '万张', en: '× 10k' } },
  person_times: { label: { zh: '承保人次', en: 'person-times' }, unit: { zh: '万人次', en: '× 10k' } },
};
