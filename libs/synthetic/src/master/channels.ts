import { drawKey } from '../chance/draw.ts';

/** One insurer's year of 11,632 complaints: regulator 51.7 %, received directly 38.7 %, other bodies 9.6 %. */
export const drawSource = drawKey({ regulator: 51.7, self: 38.7, other: 9.6 });

/** How it came in. Only what a company receives itself comes by phone (19 % of all) or visit (15 %). */
export const drawIntake = {
  regulator: drawKey({ web: 55, letter: 37, email: 8 }),
  self: drawKey({ phone: 49.2, visit: 39.2, counter: 0.6, web: 5.2, wechat: 2.6, app: 2.4, email: 0.4, letter: 0.4 }),
  other: drawKey({ letter: 50, web: 40, email: 10 }),
} as const;

export const drawSalesChannel = {
  property: drawKey({ agent: 30, broker: 30, internet: 15, telephone: 13, group: 8, bank: 4 }),
  life: drawKey({ agent: 55, bank: 18, broker: 10, internet: 10, group: 3, telephone: 4 }),
} as const;

export const drawComplainantKind = drawKey({
  holder: 78,
  family: 9,
  proxy: 5,
  agent: 4,
  heir: 2,
  lawyer: 1.5,
  media: 0.5,
});

export const drawDepartment = drawKey({ 消费者权益保护部: 46, 客户服务部: 24, 理赔部: 16, 运营部: 9, 银保部: 5 });
