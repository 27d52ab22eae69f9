/** The messages of the page 图表样例; loaded with it. English has the same keys. */
const gallery = {
  gallery: {
    about:
      '产品中的每一种图：什么时候用，以及缺数据、未完期、迟报未到和没有内容时各是什么样子。数字属于一家虚构的公司，每次打开都相同。',
    drawnBy: '绘制函数',
    nothing: '没有可画的内容',
    keyboard: '左右方向键逐期查看',
    caption: '方格示意，不表示边界',
    approval: '示例图形，不表示任何地区；真实地图须带审图号',
    leftOut: '没有数值、不排名：{names}',
    states: {
      normal: { name: '正常', means: '全部到齐的完整周期。' },
      gap: { name: '缺数据', means: '没有送来的数据画成斜纹或断开，不画成零。' },
      unfinished: { name: '未完期', means: '仍在进行的一期：斜纹底、灰色虚线，不算下降。' },
      immature: { name: '迟报未到', means: '仍有迟报的几期：虚线，空心点和灰带为到齐后的预计及区间。' },
      empty: { name: '无内容', means: '说明为什么是空的。' },
    },
    words: {
      ...{ now: '本期', before: '上年同期', unfinished: '未完期', noData: '无数据', warnings: '预警', total: '合计' },
      ...{
        expected: '预期',
        observed: '实际',
        upper: '上限',
        nowcast: '到齐后预计',
        immature: '仍有迟报',
        note: '国庆',
      },
      verdict: {
        ...{ normal: '正常', excess: '异常偏高', 'too-little-history': '历史不足', 'no-data': '无数据' },
        'not-mature': '尚未到齐',
      },
    },
    charts: {
      trend: {
        title: '走势',
        use: '看一个数量随时间的变化：与上年同期、预期区间相比，预警标在发生的那一期。',
        empty: '所选时段没有收到任何数据。',
      },
      evidence: {
        title: '预警依据',
        use: '看一条预警当时看到了什么：实际、预期、仍算正常的上限，以及各期触发的等级。',
        empty: '这条预警的序列已不可查。',
      },
      lines: {
        title: '分类折线',
        use: '比较几个取值各自的走势（四条以内在线端标名，更多时配图例和虚线），不要求相加等于总数。',
        empty: '所选范围内没有投诉。',
      },
      stacked: {
        title: '堆叠',
        use: '看总数由哪些部分组成、部分如何此消彼长；只用于可以相加的数量。',
        empty: '所选范围内没有投诉。',
      },
      multiples: {
        title: '小多图',
        use: '取值多于四个、想逐个看形状时用；各图默认同一刻度。',
        empty: '所选范围内没有投诉。',
      },
      tiles: {
        title: '方格地图',
        use: '看哪些省偏离自己的预期；每省同样大小，业务小的省不会看不见。',
        empty: '所选时段没有按地区的数据。',
      },
      heat: {
        title: '热力表',
        use: '看两个维度交叉处哪里偏多：颜色为与“两者无关”时应有件数的差，少于 10 件不着色。',
        empty: '所选范围内没有投诉。',
      },
      land: {
        title: '公司自有地图',
        use: '公司上传了带审图号的地图时代替方格；没有审图号就不画。',
        empty: '尚未上传地图。',
      },
      bars: {
        title: '排名条',
        use: '看谁最多、与比较期（竖线）差多少；按数值从大到小。',
        empty: '所选范围内没有投诉。',
      },
      spark: {
        title: '迷你走势',
        use: '在数字旁边给一眼走势；没有坐标轴，不用来读数。',
        empty: '期数不足两期。',
      },
    },
  },
};

export default gallery;
export type GalleryMessages = typeof gallery;
