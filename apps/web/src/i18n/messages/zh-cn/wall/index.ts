/** The messages of the page 大屏; loaded with it. English has the same keys. */
const wall = {
  wall: {
    scenes: '画面',
    scene: { national: '全国概况', regions: '各地区', warnings: '预警' },
    live: '实时',
    lost: '连接已断开，正在重连',
    lostFor: '连接已断开 {minutes} 分钟，正在重连',
    held: '已暂停',
    turning: '每 30 秒切换',
    keys: '空格 暂停 · ← → 切换 · F 全屏 · Esc 退出',
    map: '投诉量，件；颜色与百分比为较上年同期的变化',
    largest: '投诉最多的地区，件',
    tick: '竖线为上年同期',
    rest: '另有 {count} 条未结预警',
  },
};

export default wall;
export type WallMessages = typeof wall;
