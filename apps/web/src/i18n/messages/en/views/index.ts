import type { ViewsMessages } from '../../zh-cn/views/index.ts';

const views: ViewsMessages = {
  views: {
    private: 'My views',
    shared: 'Shared views',
    none: 'None yet',
    defaultFor: 'where {roles} start',
    replace: 'Put this picture into “{name}”',
    remove: 'Delete “{name}”',
    save: 'Keep this picture',
    name: 'Name',
    keep: 'Save',
    share: 'Share with everybody',
    startOf: 'First page of these roles',
  },
};

export default views;
