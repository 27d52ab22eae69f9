import { expect, it } from 'vitest';
import { shippedNames } from '../../reference/place-names/shipped-names.ts';
import { mergeDictionaries } from './merge-dictionaries.ts';

const entry = (code: string, zh: string, en = '') => ({ dictionary: 'region', code, zh, en, parent: '' });

it('cities are named as they ship, after the regions', async () => {
  const { region = [] } = mergeDictionaries(await shippedNames(), []);
  expect(region.slice(0, 1)).toEqual([{ code: '110000', zh: '北京', en: 'Beijing' }]);
  expect(region).toContainEqual({ code: '340100', zh: '合肥市', en: 'Hefei' });
});

it('a name that the company gave a city takes the place of the shipped one', async () => {
  const { region = [] } = mergeDictionaries(await shippedNames(), [entry('340100', '省会'), entry('340190', '高新区')]);
  expect(region.filter(({ code }) => code.startsWith('3401'))).toEqual([
    { code: '340100', zh: '省会', en: '省会' },
    { code: '340190', zh: '高新区', en: '高新区' },
  ]);
});
