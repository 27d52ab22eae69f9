import type { DataMessages } from '../../zh-cn/data/index.ts';

export const corrections: Pick<DataMessages['data'], 'withdraw' | 'erasures'> = {
  withdraw: {
    action: 'Withdraw this import',
    title: 'Withdraw an import',
    means:
      'Once “{name}” is withdrawn, every figure is what it would be had it never come ({rows} rows). The record and the reason stay.',
    reason: 'Why',
    reasonHint: 'Goes into the audit log',
    confirm: 'Withdraw',
    underWay: 'Being withdrawn…',
    none: 'No import was withdrawn',
    noneHint: 'An import can be withdrawn whole on its own page.',
    listTitle: 'Withdrawn imports',
    listHint: 'Every figure is what it would be had they never come.',
  },
  erasures: {
    title: 'Removal of personal data',
    hint: 'Removes a person everywhere on their request. They stay removed even when an old file comes again.',
    add: 'Register a request',
    none: 'No requests',
    who: 'Whose',
    by: 'Found by',
    ways: { identity: 'Identity number', phone: 'Phone', name: 'Name', complaint: 'Complaint number' },
    valueHint: 'Used to find the person only; never stored and never shown again.',
    reason: 'Why',
    reasonHint: 'Date and number of the request, say; no personal data please.',
    sure: 'I have verified who asks, and know that this cannot be undone',
    confirm: 'Remove',
    states: { waiting: 'Under way', done: 'Removed', failed: 'Not finished' },
    complaints: 'Complaints',
    requested: 'Requested',
    finished: 'Finished',
  },
};
