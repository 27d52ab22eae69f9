/** The messages of saved views; loaded when their menu is first opened. English has the same keys. */
const views = {
  views: {
    private: '我的视图',
    shared: '共享视图',
    none: '还没有',
    defaultFor: '{roles}的起始页',
    replace: '用当前画面替换“{name}”',
    remove: '删除“{name}”',
    save: '保存当前画面',
    name: '名称',
    keep: '保存',
    share: '共享给所有人',
    startOf: '作为这些角色的起始页',
  },
};

export default views;
export type ViewsMessages = typeof views;
