import type { PrintMessages } from '../../zh-cn/print/index.ts';

const print: PrintMessages = {
  print: {
    filter: '{period} ({from} to {last}), {slice}.',
    asOf: 'Data as of {at} (data version {version})',
    noData: 'No data on this page before signing in',
    printed: 'printed {at}',
  },
};

export default print;
