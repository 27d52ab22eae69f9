import { cityOf, regions, reportingRegion } from '@tocsin/contracts';
import { describe, expect, it } from 'vitest';
import { cityNames } from './city-names.ts';
import { englishName } from './english-name.ts';
import { spoken } from './plain-name.ts';

const names = cityNames();
const named = new Map(names.map(({ code, zh, en }) => [code, [zh, en]]));

describe('the names of cities', () => {
  it.each([
    ['340100', '合肥市', 'Hefei'],
    ['110105', '朝阳区', 'Chaoyang'],
    ['310115', '浦东新区', 'Pudong'],
    ['440306', '宝安区', "Bao'an"],
    ['500233', '忠县', 'Zhong County'],
    ['429004', '仙桃市', 'Xiantao'],
    ['429021', '神农架林区', 'Shennongjia'],
    ['659012', '白杨市', 'Baiyang'],
    ['232700', '大兴安岭地区', "Daxing'anling"],
    ['222400', '延边州', 'Yanbian'],
    ['522600', '黔东南州', 'Qiandongnan'],
    ['652700', '博尔塔拉州', 'Bortala'],
    ['469025', '白沙县', 'Baisha'],
    ['150100', '呼和浩特市', 'Hohhot'],
    ['650100', '乌鲁木齐市', 'Ürümqi'],
  ])('%s is %s, %s', (code, zh, en) => expect(named.get(code)).toEqual([zh, en]));

  it.each([
    ['371200', '莱芜市', 'Laiwu', 'part of Jinan since 2019'],
    ['341400', '巢湖市', 'Chaohu', 'divided in 2011'],
    ['310230', '崇明县', 'Chongming', 'a district since 2016'],
    ['110103', '崇文区', 'Chongwen', 'part of Dongcheng since 2010'],
  ])('%s, once %s, still has its name: %s, %s', (code, zh, en) => expect(named.get(code)).toEqual([zh, en]));

  it('are of all that lies below the regions, and of nothing else', () => {
    for (const { code } of names) expect(cityOf(code)).toBe(code);
    const below = new Set(names.map(({ code }) => reportingRegion(code)));
    const mainland = regions.codes.map(({ code }) => code).filter((code) => !/^[78]/.test(code));
    expect([...below].sort()).toEqual([...mainland].sort());
    // 333 prefecture-level units in 2023, less the five cities that report as regions, and those abolished since 2002
    const prefectures = names.filter(({ code }) => code.endsWith('00'));
    expect(prefectures.length).toBeGreaterThanOrEqual(328);
    expect(prefectures.length).toBeLessThan(360);
  });

  it('say what a place is called, in both languages, one name a code', () => {
    expect(named.size).toBe(names.length);
    for (const { zh, en } of names) {
      expect(zh).toMatch(/[市区县州盟]$/);
      expect(en).toMatch(/^[A-ZÜ][a-zêü']+( County| City| Prefecture| District)?$/);
    }
  });
});

describe('English names', () => {
  it.each([
    ['六安市', "Lu'an"],
    ['亳州市', 'Bozhou'],
    ['蚌埠市', 'Bengbu'],
    ['厦门市', 'Xiamen'],
    ['台州市', 'Taizhou'],
    ['丽水市', 'Lishui'],
    ['漯河市', 'Luohe'],
    ['朝阳市', 'Chaoyang'],
    ['长治市', 'Changzhi'],
    ['吕梁市', 'Lüliang'],
    ['普洱市', "Pu'er"],
    ['儋州市', 'Danzhou'],
    ['百色市', 'Baise'],
    ['六盘水市', 'Liupanshui'],
    ['闵行区', 'Minhang'],
    ['丰都县', 'Fengdu'],
    ['宝坻区', 'Baodi'],
    ['綦江区', 'Qijiang'],
    ['北碚区', 'Beibei'],
    ['铜梁区', 'Tongliang'],
    ['鄞州区', 'Yinzhou'],
    ['即墨区', 'Jimo'],
    ['市南区', 'Shinan'],
    ['乐东黎族自治县', 'Ledong'],
    ['长寿区', 'Changshou'],
  ])('of %s: %s', (zh, en) => expect(englishName(zh)).toBe(en));
});

it('an autonomous prefecture goes by its short name', () => {
  expect(spoken('黔西南布依族苗族自治州')).toBe('黔西南州');
  expect(spoken('海西蒙古族藏族自治州')).toBe('海西州');
  expect(spoken('克孜勒苏柯尔克孜自治州')).toBe('克孜勒苏州');
  expect(spoken('苏州市')).toBe('苏州市');
});
