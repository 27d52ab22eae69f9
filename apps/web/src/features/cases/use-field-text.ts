import { canonicalFields, type Dimension, dimensions } from '@tocsin/contracts';
import { useI18n } from 'vue-i18n';
import { useFormat } from '../../i18n/use-format.ts';
import { useLabels } from '../filter/use-labels.ts';

const fields = new Map<string, (typeof canonicalFields)[number]>(canonicalFields.map((field) => [field.name, field]));

/** The dimension that names a field's codes; the organisations that sold and served are among the organisations. */
const dimensionOf = (name: string): Dimension | undefined =>
  name.startsWith('org_')
    ? 'organisation'
    : name === 'special_groups'
      ? 'special_group'
      : dimensions.find((dimension) => dimension === name);

/** The canonical fields of a complaint and their values in the reader's language. */
export function useFieldText() {
  const { t } = useI18n();
  const { label: inLanguage } = useFormat();
  const { label } = useLabels();
  const fieldName = (name: string): string => {
    const known = fields.get(name);
    return known === undefined ? name : inLanguage(known.label);
  };
  const fieldText = (name: string, value: string): string => {
    if (value === '') return t('common.notGiven');
    if (name === 'kind') return t(`cases.kinds.${value}`);
    if (fields.get(name)?.type === 'flag') return t(value === 'true' || value === '1' ? 'cases.yes' : 'cases.no');
    const dimension = dimensionOf(name);
    if (dimension === undefined) return value;
    return value
      .split('|')
      .map((code) => label(dimension, code))
      .join(t('common.listSeparator'));
  };
  return { fieldName, fieldText };
}
