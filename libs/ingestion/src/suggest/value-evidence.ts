import type { CanonicalField, Sentence } from '@tocsin/contracts';
import { canonicalProfile } from '../profile/shipped/canonical.ts';
import { codeSetOf } from '../check/code-sets.ts';
import { headingKey } from '../profile/heading.ts';
import type { ColumnShape } from './column-shape.ts';

/** For or against a field, by what the values look like. */
export interface ValueEvidence {
  /** 0–1; negative where the values cannot be that field. */
  readonly score: number;
  readonly because: Sentence | undefined;
}

const NOTHING: ValueEvidence = { score: 0, because: undefined };
const AGAINST: ValueEvidence = { score: -1, because: undefined };
const percent = (share: number) => `${Math.round(share * 100)}%`;

/** What the values say about a field. An empty column says nothing. */
export function valueEvidence(field: CanonicalField, shape: ColumnShape): ValueEvidence {
  if (shape.values.length === 0) return NOTHING;
  switch (field.type) {
    case 'instant':
    case 'day':
      return dateEvidence(shape);
    case 'code':
    case 'codes':
      return shape.dates || shape.averageLength > 80 ? AGAINST : codeEvidence(field, shape);
    case 'flag':
      return shape.flags < 0.8 ? AGAINST : { score: 0.2, because: undefined };
    case 'integer':
      return inRange(field.name, shape) ? { score: 0.1, because: undefined } : AGAINST;
    case 'decimal':
      return shape.amounts < 0.8 ? AGAINST : { score: 0.15, because: undefined };
    case 'text':
      return textEvidence(field.name, shape);
  }
}

function dateEvidence({ dates, serials }: ColumnShape): ValueEvidence {
  // Fewer than half: no dates at all. Some that do not exist are what a person has to mend.
  if (dates === undefined) return serials > 0.9 ? NOTHING : AGAINST;
  const formats = dates.formats.join(' / ');
  return {
    score: 0.25 * dates.share,
    because: {
      zh: `${percent(dates.share)} 的值是日期（${formats}）`,
      en: `${percent(dates.share)} of the values are dates (${formats})`,
    },
  };
}

/** Share of the values that a field's codes or their names explain. */
export function knownShare(field: CanonicalField, values: readonly string[]): number {
  const source = Object.entries(canonicalProfile.fields).find(([name]) => name === field.name)?.[1];
  const names = Object.keys(source?.values ?? {});
  const codes = codeSetOf(field.codeSet ?? '')?.codes.map(({ code }) => code) ?? [];
  const known = new Set([...names, ...codes].map(headingKey));
  const parts = field.type === 'codes' ? values.flatMap((value) => value.split(/[|、,，;]/)) : values;
  return parts.filter((part) => known.has(headingKey(part))).length / Math.max(1, parts.length);
}

function codeEvidence(field: CanonicalField, { values }: ColumnShape): ValueEvidence {
  const share = knownShare(field, values);
  if (share < 0.5) return NOTHING;
  return {
    score: 0.8 * share * (new Set(values).size > 1 ? 1 : 0.6),
    because: { zh: `${percent(share)} 的值在代码表中`, en: `${percent(share)} of the values are known codes` },
  };
}

function inRange(name: string, { wholes, values }: ColumnShape): boolean {
  const most = name === 'age' ? 120 : name === 'satisfaction' ? 5 : Number.MAX_SAFE_INTEGER;
  return wholes > 0.8 && values.filter((value) => Number(value) > most).length < values.length * 0.05;
}

function textEvidence(name: string, shape: ColumnShape): ValueEvidence {
  const { phones, identities, names, distinct, filled, averageLength, dates, values, amounts, wholes } = shape;
  if (dates !== undefined && dates.share > 0.9) return AGAINST;
  switch (name) {
    case 'complainant_phone':
      return kindEvidence(phones, 0.85, '电话号码', 'phone numbers');
    case 'complainant_id_number':
      return kindEvidence(identities, 0.95, '校验位正确的身份证号', 'identity numbers with a right check digit');
    case 'complainant_name':
      return names > 0.8 && distinct > 0.5 ? { score: 0.4, because: undefined } : NOTHING;
    case 'narrative':
      if (averageLength < 30 || distinct < 0.5) return NOTHING;
      return {
        score: 0.65,
        because: {
          zh: `多为长文本，平均 ${Math.round(averageLength)} 字`,
          en: `long free text, ${Math.round(averageLength)} characters on average`,
        },
      };
    case 'complaint_id':
      // Amounts differ from row to row as numbers do, but have decimals.
      if (phones > 0.5 || identities > 0.5 || averageLength > 40 || amounts - wholes > 0.5) return AGAINST;
      if (distinct < 0.98 || filled < 0.98 || values.some((value) => /\s/.test(value)) || values.length < 2)
        return NOTHING;
      return { score: 0.5, because: { zh: '每行都有值且互不相同', en: 'every row has one and all differ' } };
    default:
      return phones > 0.8 || identities > 0.8 || averageLength > 200 ? AGAINST : NOTHING;
  }
}

function kindEvidence(share: number, score: number, zh: string, en: string): ValueEvidence {
  if (share < 0.2) return AGAINST;
  if (share < 0.6) return NOTHING;
  return {
    score: score * share,
    because: { zh: `${percent(share)} 的值是${zh}`, en: `${percent(share)} of the values are ${en}` },
  };
}
