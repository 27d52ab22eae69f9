import type { Sentence } from '@tocsin/contracts';

type Cells = Readonly<Record<string, string>>;
type Fault = (cells: Cells) => Sentence | undefined;

/** What a row as a whole must say, beyond its single cells. */
const faults: Readonly<Record<string, Fault>> = {
  exposure: ({ premium, policies, person_times }) =>
    premium === undefined && policies === undefined && person_times === undefined
      ? {
          zh: '本行没有任何数字：请填写保费、保单数或人次。',
          en: 'The row has no figure: give premium, policies or person_times.',
        }
      : undefined,
  organisation: ({ code, parent, from, until, successor = '' }) => {
    if (from !== undefined && until !== undefined && until <= from) {
      return { zh: '失效日应晚于生效日。', en: 'It must be valid until a later day than from.' };
    }
    if (parent === code) return { zh: '上级不能是自己。', en: 'An organisation cannot be its own parent.' };
    if (successor.split(';').includes(code ?? '')) {
      return { zh: '继任机构不能是自己。', en: 'An organisation cannot succeed itself.' };
    }
    return successor !== '' && until === undefined
      ? { zh: '有继任机构时应填写失效日。', en: 'With a successor, say until when the organisation was valid.' }
      : undefined;
  },
  crosswalk: ({ from_code, to_code, share }) =>
    from_code === to_code && share === undefined
      ? { zh: '旧代码和新代码相同。', en: 'The old and the new code are the same.' }
      : undefined,
};

/** Why the row cannot be taken although each cell can; undefined when it can. */
export const rowFault = (table: string, cells: Cells): Sentence | undefined => faults[table]?.(cells);

const derived: Sentence = {
  zh: '推算或转引的数据，并非通报原文。',
  en: 'Worked out or quoted from elsewhere, not read from the bulletin itself.',
};

/** Whether a published figure was worked out or quoted, as its note or source says. */
export const isDerived = ({ note = '', source_title = '' }: Cells): boolean =>
  /本表计算|转引|转载|二手|推算|勾稽相符/.test(`${note} ${source_title}`);

/** What a reader of the row should know. */
export const marksOf = (table: string, cells: Cells): readonly Sentence[] =>
  table === 'median' && isDerived(cells) ? [derived] : [];
