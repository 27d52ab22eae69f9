/** What only a printed page says; loaded beside every page. English has the same keys. */
const print = {
  print: {
    filter: '{period}（{from} 至 {last}），{slice}。',
    asOf: '数据截至 {at}（数据版本 {version}）',
    noData: '登录之前，本页没有数据',
    printed: '打印于 {at}',
  },
};

export default print;
export type PrintMessages = typeof print;
