import { describe, expect, it } from 'vitest';
import { readDictionary } from './read-dictionary.ts';
import { readExposures } from './read-exposures.ts';

describe('readExposures', () => {
  it('reads months, reporting regions and figures; unknown is not zero', () => {
    const { rows, rejected } = readExposures(
      '\uFEFFmonth,region,line,premium,policies\r\n2026-03,370202,life,1200000.50,\r\n2026-04-01,,,0,15\r\n',
    );
    expect(rejected).toEqual([]);
    expect(rows).toEqual([
      {
        month: '2026-03-01',
        region: '370200',
        organisation: '',
        line: 'life',
        premium: 1200000.5,
        policies: null,
        person_times: null,
      },
      { month: '2026-04-01', region: '', organisation: '', line: '', premium: 0, policies: 15, person_times: null },
    ]);
  });

  it('says what is wrong with which row and takes the others', () => {
    const { rows, rejected } = readExposures(
      'month,premium,policies\n2026-13,1,1\n2026-03-02,1,1\n2026-03,"1,200",\n2026-03,,\n2026-03,1\n\n2026-05,1,1\n',
    );
    expect(rows.map(({ month }) => month)).toEqual(['2026-05-01']);
    expect(rejected.map(({ row }) => row)).toEqual([2, 3, 4, 5, 6]);
    expect(rejected[2]?.sentence.en).toContain('premium is not a figure');
  });

  it('refuses a table without months in one sentence', () => {
    expect(readExposures('region,premium\n1,2\n').rejected).toMatchObject([{ row: 1 }]);
  });
});

describe('readDictionary', () => {
  it('reads names, with the Chinese one for a missing English one', () => {
    expect(readDictionary('code,zh,parent\nA,甲,\nB,,\n')).toMatchObject({
      rows: [{ code: 'A', zh: '甲', en: '甲', parent: '' }],
      rejected: [{ row: 3 }],
    });
  });
});
