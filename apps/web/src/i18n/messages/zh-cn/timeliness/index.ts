/** The messages of the page 时效; loaded with it. English has the same keys. */
const timeliness = {
  timeliness: {
    openNow: '未办结 {count} 件',
    scope: '截至 {day}，不限受理时间',
    by: '到期日：来源系统给出 {source} 件，按时限规则 {rules} 件',
    unit: '件',
    open: '未办结',
    overdue: '已逾期',
    overdueShare: '逾期占比',
    nearDue: '临期',
    overdueOf: '逾期 {count}',
    daysLeft: '还剩 {days} 天',
    daysLeftBetween: '还剩 {from}–{to} 天',
    notes: { overdue: '过了到期日', today: '今天是最后一天', later: '尚未临期', none: '暂停中或无法计算' },
    ageing: '账龄',
    ageingHint: '未办结投诉按受理至 {day} 的天数，红色为已逾期',
    ageName: '受理至今',
    age: '{from}–{to} 天',
    ageOver: '{days} 天以上',
    onTimeHint: '按到期月份，虚线为上年同期',
    nothingDue: '没有到期的投诉',
    byOrganisation: '按机构',
    byDepartment: '按责任部门',
    byStage: '按办理环节',
    none: '没有未办结的投诉。',
    more: '显示其余 {count} 项',
    fewer: '收起',
  },
};

export default timeliness;
export type TimelinessMessages = typeof timeliness;
