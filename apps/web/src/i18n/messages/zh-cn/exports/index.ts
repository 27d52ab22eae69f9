/** The messages of the page 导出; loaded with it. English has the same keys. */
const exports = {
  exports: {
    kinds: { series: '趋势', breakdown: '排名', cases: '个案' },
    states: { waiting: '排队中', running: '正在写入', done: '已完成', failed: '没有成功' },
    rows: '{count} 行',
    until: '保留至 {at}',
    none: '还没有导出',
    noneHint: '在趋势页图表的导出菜单里选择“全部数据”，或在个案页导出，完成后在这里下载。',
    fetch: '下载',
    remove: '删除',
  },
};

export default exports;
export type ExportsMessages = typeof exports;
