import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { outcomeOf } from './testing/outcome-of.ts';

const data = join(import.meta.dirname, '../../../../shared/data');

/** A file, the profile it is imported under, and what must become of it; rows were counted independently. */
const files: readonly (readonly [file: string, profile: string, why: string, outcome: object])[] = [
  [
    'ugly/02_noheader_crlf_embeddedLF_cfpb.csv',
    'cfpb',
    'no header, CRLF between rows and LF inside quotes',
    { layout: { headerRow: 0, delimiter: ',' }, read: 999, accepted: 999, rejected: 0 },
  ],
  [
    'ugly/05_snakecase_mdyyyy_question-mark-col_cfpb.csv',
    'cfpb',
    'snake case, a question mark in a heading, US dates',
    { read: 1000, accepted: 1000, rejected: 0 },
  ],
  ['ugly/08_timely_true_false_cfpb.csv', 'cfpb', 'flags as true and false', { read: 145, accepted: 145, rejected: 0 }],
  [
    'ugly/09_truncated_midfield_derived.csv',
    'cfpb',
    'cut off inside a quoted text: the last record is refused line by line, all before it is taken',
    { read: 1392, accepted: 1378, skips: { blank: 5 }, reasons: { 'unclosed-quote': 1, 'cell-count': 8 } },
  ],
  [
    'ugly/11_multisheet_readme_first.xlsx',
    'cfpb',
    'a workbook of summaries behind a cover sheet: understood as a table, and no complaints',
    {
      refusal: 'The file lacks the columns Complaint ID, Date received: add them, or choose another profile than cfpb.',
    },
  ],
  [
    'ugly/17_gbk_3title-lines_footer_nbs.csv',
    'canonical',
    'GBK, three titles, a note below: understood as a table of provinces, and no complaints',
    {
      refusal:
        'The file lacks the columns complaint_id, received_at, source: add them, or choose another profile than canonical.',
    },
  ],
  [
    'ugly/18_nbs_all-quoted_trailing-spaces.csv',
    'canonical',
    'everything quoted, blanks behind numbers: understood as a table, and no complaints',
    {
      refusal:
        'The file lacks the columns complaint_id, received_at, source: add them, or choose another profile than canonical.',
    },
  ],
  ['complaints/cfpb_public.csv.gz', 'cfpb', 'narratives over many lines, packed', { read: 15107, accepted: 15107 }],
  ['complaints/ct_public.csv.gz', 'connecticut', 'several rows a complaint', { read: 15153, accepted: 15153 }],
  ['complaints/tdi_public.csv.gz', 'texas', '172 months', { read: 56264, accepted: 56264, rejected: 0 }],
];

describe.skipIf(!existsSync(data))('real files as people export them (skipped without the folder of test data)', () => {
  it.each(files)('%s under %s: %s', async (file, profile, _, expected) => {
    expect(await outcomeOf(join(data, file), profile)).toMatchObject(expected);
  });

  it('finds titles, header and note of a table of the statistics bureau', async () => {
    const { openFile } = await import('./open-file.ts');
    const opened = await openFile(join(data, 'ugly/17_gbk_3title-lines_footer_nbs.csv'));
    expect(opened).toMatchObject({ layout: { encoding: 'gb18030', headerRow: 4 } });
    if ('refusal' in opened) throw new Error(opened.refusal.en);
    expect(opened.columns.slice(0, 3)).toEqual(['地区', '2017年', '2016年']);
    await opened.blocks.return(undefined);
  });
});
