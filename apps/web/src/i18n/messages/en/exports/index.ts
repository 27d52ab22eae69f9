import type { ExportsMessages } from '../../zh-cn/exports/index.ts';

const exports: ExportsMessages = {
  exports: {
    kinds: { series: 'Series', breakdown: 'Ranking', cases: 'Cases' },
    states: { waiting: 'waiting', running: 'being written', done: 'done', failed: 'failed' },
    rows: '{count} rows',
    until: 'kept until {at}',
    none: 'No exports yet',
    noneHint:
      'Choose “All data” in the export menu of the chart on the page Trends, or export on the page Cases; fetch the file here when it is done.',
    fetch: 'Download',
    remove: 'Delete',
  },
};

export default exports;
