import { regions } from '@tocsin/contracts';

/** The two companies under one roof that the regulator counts apart: 财产险公司, 人身险公司. */
export type Sector = 'property' | 'life';

export interface City {
  /** GB/T 2260, six digits. */
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

export interface Region {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  /** First sign of a number plate. */
  readonly plate: string;
  /** Share of the sector's complaints, in per cent; the table adds up to about 100. */
  readonly share: Readonly<Record<Sector, number>>;
  readonly cities: readonly City[];
}

/**
 * Region, plate, weight in property and in life, then the cities with branches (`last four digits zh en`).
 * Life: one insurer's published year, 山东 26.9 吉林 20.7 河北 13.9 河南 11.2 四川 8.5 %. Property: where cars are.
 */
const ROWS = `
110000 京 4.5 1.9|0101 东城 Dongcheng,0105 朝阳 Chaoyang,0106 丰台 Fengtai,0108 海淀 Haidian,0112 通州 Tongzhou
120000 津 1.6 .5|0103 河西 Hexi,0104 南开 Nankai,0116 滨海新区 Binhai
130000 冀 6 13.9|0100 石家庄 Shijiazhuang,0200 唐山 Tangshan,0400 邯郸 Handan,0500 邢台 Xingtai,0600 保定 Baoding,0900 沧州 Cangzhou,1000 廊坊 Langfang
140000 晋 2.3 .6|0100 太原 Taiyuan,0200 大同 Datong,0400 长治 Changzhi,0800 运城 Yuncheng
150000 蒙 2 .3|0100 呼和浩特 Hohhot,0200 包头 Baotou,0400 赤峰 Chifeng
210000 辽 2.6 .8|0100 沈阳 Shenyang,0300 鞍山 Anshan,0700 锦州 Jinzhou,0800 营口 Yingkou
210200 辽 .9 .3|0202 中山 Zhongshan,0211 甘井子 Ganjingzi
220000 吉 1.9 20.7|0100 长春 Changchun,0200 吉林市 Jilin City,0300 四平 Siping,0500 通化 Tonghua,0700 松原 Songyuan,0800 白城 Baicheng,2400 延边 Yanbian
230000 黑 2 .6|0100 哈尔滨 Harbin,0200 齐齐哈尔 Qiqihar,0600 大庆 Daqing,1000 牡丹江 Mudanjiang
310000 沪 4.4 2.1|0101 黄浦 Huangpu,0104 徐汇 Xuhui,0112 闵行 Minhang,0115 浦东 Pudong
320000 苏 8.8 2.4|0100 南京 Nanjing,0200 无锡 Wuxi,0300 徐州 Xuzhou,0400 常州 Changzhou,0500 苏州 Suzhou,0600 南通 Nantong,0900 盐城 Yancheng
330000 浙 7 .9|0100 杭州 Hangzhou,0300 温州 Wenzhou,0400 嘉兴 Jiaxing,0600 绍兴 Shaoxing,0700 金华 Jinhua,1000 台州 Taizhou
330200 浙 1.7 .2|0203 海曙 Haishu,0212 鄞州 Yinzhou
340000 皖 4 .6|0100 合肥 Hefei,0200 芜湖 Wuhu,0300 蚌埠 Bengbu,1200 阜阳 Fuyang
350000 闽 3.2 .3|0100 福州 Fuzhou,0300 莆田 Putian,0500 泉州 Quanzhou,0600 漳州 Zhangzhou
350200 闽 .8 .1|0203 思明 Siming,0206 湖里 Huli
360000 赣 2.6 .4|0100 南昌 Nanchang,0400 九江 Jiujiang,0700 赣州 Ganzhou
370000 鲁 7.2 26.9|0100 济南 Jinan,0300 淄博 Zibo,0600 烟台 Yantai,0700 潍坊 Weifang,0800 济宁 Jining,1000 威海 Weihai,1300 临沂 Linyi,1400 德州 Dezhou
370200 鲁 1.6 2.2|0202 市南 Shinan,0211 黄岛 Huangdao,0281 胶州 Jiaozhou
410000 豫 6 11.2|0100 郑州 Zhengzhou,0200 开封 Kaifeng,0300 洛阳 Luoyang,0700 新乡 Xinxiang,1300 南阳 Nanyang,1400 商丘 Shangqiu,1600 周口 Zhoukou
420000 鄂 3.9 .6|0100 武汉 Wuhan,0500 宜昌 Yichang,0600 襄阳 Xiangyang,1000 荆州 Jingzhou
430000 湘 3.6 .5|0100 长沙 Changsha,0200 株洲 Zhuzhou,0400 衡阳 Hengyang,0600 岳阳 Yueyang
440000 粤 9.5 1.5|0100 广州 Guangzhou,0400 珠海 Zhuhai,0500 汕头 Shantou,0600 佛山 Foshan,0800 湛江 Zhanjiang,1300 惠州 Huizhou,1900 东莞 Dongguan
440300 粤 3.4 .4|0304 福田 Futian,0305 南山 Nanshan,0306 宝安 Bao'an,0307 龙岗 Longgang
450000 桂 2.3 .2|0100 南宁 Nanning,0200 柳州 Liuzhou,0300 桂林 Guilin
460000 琼 .8 .1|0100 海口 Haikou,0200 三亚 Sanya
500000 渝 2.2 .4|0101 万州 Wanzhou,0103 渝中 Yuzhong,0112 渝北 Yubei
510000 川 5.8 8.5|0100 成都 Chengdu,0300 自贡 Zigong,0600 德阳 Deyang,0700 绵阳 Mianyang,1100 乐山 Leshan,1300 南充 Nanchong,1500 宜宾 Yibin
520000 贵 1.9 .1|0100 贵阳 Guiyang,0300 遵义 Zunyi
530000 云 2.4 .2|0100 昆明 Kunming,0300 曲靖 Qujing
540000 藏 .15 .02|0100 拉萨 Lhasa
610000 陕 2.6 .3|0100 西安 Xi'an,0300 宝鸡 Baoji,0400 咸阳 Xianyang
620000 甘 1.2 .1|0100 兰州 Lanzhou,0500 天水 Tianshui
630000 青 .3 .03|0100 西宁 Xining
640000 宁 .5 .05|0100 银川 Yinchuan
650000 新 1.9 .1|0100 乌鲁木齐 Ürümqi,2300 昌吉 Changji`;

const labels = new Map(regions.codes.map(({ code, label }) => [code, label]));

/** Where the invented insurer does business: 31 provinces and the five single-listed cities. */
export const companyRegions: readonly Region[] = ROWS.trim().split('\n').map(readRegion);

function readRegion(row: string): Region {
  const [head = '', tail = ''] = row.split('|');
  const [code = '', plate = '', property, life] = head.split(' ');
  const label = labels.get(code) ?? { zh: code, en: code };
  const cities = tail.split(',').map((text) => {
    const [digits = '', zh = '', ...en] = text.split(' ');
    return { code: code.slice(0, 2) + digits, zh, en: en.join(' ') };
  });
  return { code, plate, zh: label.zh, en: label.en, share: { property: Number(property), life: Number(life) }, cities };
}
