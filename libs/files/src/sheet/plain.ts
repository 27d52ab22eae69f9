/** The parts of a layout that only a text has, for what is none. */
export const plain = { packing: 'none', entry: '', encoding: 'utf-8', delimiter: ',' } as const;
