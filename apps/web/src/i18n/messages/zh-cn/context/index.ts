/** What stands beside the figures: targets and the industry's medians; loaded after the first chart. English has the same keys. */
const context = {
  targets: {
    title: '年度目标与年末预测',
    subtitle: '{slice} · {from} – {until} · 时间进度 {time}',
    empty: '还没有录入 {year} 年的目标',
    emptyHint: '在「数据 → 参考数据 → 年度目标」中按指标、机构或地区录入，或导入 CSV。',
    enter: '录入目标',
    several: '目标按全公司、单个机构或单个地区录入：当前筛选不是其中之一。',
    ceiling: '上限 {target}',
    floor: '下限 {target}',
    used: '已用 {used}',
    pace: '去年同日已达全年的 {share}',
    noPace: '去年全年没有数据，无季节进度',
    forecast: '年末预测 {expected} 件，80% 区间 {lower}–{upper}，95% 区间 {low}–{high}',
    above: '超目标的可能 {chance}',
    kept: '达标',
    missed: '未达标',
    legend: '实心为已发生，浅色为 80% 预测区间，细线为 95%，竖线为目标',
    bar: '{measure}：{actual}，目标 {target}',
  },
  medians: {
    sectors: { property: '财险', life: '寿险', all: '全行业' },
    value: '行业中位数 {values}',
    source: '{period} · {title}',
    none: '行业中位数 —',
    whyRegion: '只有全国口径',
    whyPeriod: '无同期通报',
  },
};

export default context;
export type ContextMessages = typeof context;
