import { expect, it } from 'vitest';
import { shippedNames } from '../reference/place-names/shipped-names.ts';
import { namesOver } from './code-names.ts';

it('names a city by its shipped name, or by the company’s, and who handles by the organisation’s', async () => {
  const entry = (dictionary: string, code: string, zh: string, en = '') => ({ dictionary, code, zh, en, parent: '' });
  const nameOf = namesOver(await shippedNames(), [
    entry('region', '340200', '芜湖中支'),
    entry('organisation', 'hq.ah', '安徽分公司', 'Anhui branch'),
  ]);
  expect(nameOf('city', '340100')).toEqual({ zh: '合肥市', en: 'Hefei' });
  expect(nameOf('city', '340200')).toEqual({ zh: '芜湖中支', en: '芜湖中支' });
  expect(nameOf('org_handling', 'hq.ah')).toEqual({ zh: '安徽分公司', en: 'Anhui branch' });
  expect(nameOf('city', '999999')).toEqual({ zh: '999999', en: '999999' });
});
