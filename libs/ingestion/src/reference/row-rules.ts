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
  case_event: ({ kind, day, until }) => {
    if (until === undefined) return undefined;
    if (kind !== 'appraisal' && kind !== 'mediation') {
      return { zh: '只有暂停可以填写「暂停至」。', en: 'Only a pause has a day until which it lasts.' };
    }
    return day !== undefined && until <= day
      ? { zh: '「暂停至」应晚于暂停的日期。', en: 'A pause must last until a later day than it began.' }
      : undefined;
  },
  deadline_rule: ({ paused_by = '', warn_at = '', ageing = '' }) => {
    const isCounts = (cell: string) => cell.split(';').every((part) => part === '' || /^[1-9]\d?$/.test(part));
    if (!isCounts(warn_at) || !isCounts(ageing)) {
      return {
        zh: '「临期提醒」和「账龄分段」应为 1–99 的整数，以分号隔开，例如 5;3;1。',
        en: 'warn_at and ageing are whole numbers of 1–99 with ; between them: 5;3;1.',
      };
    }
    return paused_by.split(';').every((reason) => ['', 'appraisal', 'mediation'].includes(reason))
      ? undefined
      : {
          zh: '「暂停事由」只能是 appraisal 和 mediation，以分号隔开。',
          en: 'paused_by can only name appraisal and mediation, with ; between them.',
        };
  },
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
