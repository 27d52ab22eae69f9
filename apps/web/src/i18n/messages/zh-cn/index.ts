import { figures } from './figures.ts';
import { general } from './general.ts';
import { warnings } from './warnings.ts';

/** The product's first language; en has the same keys, which the compiler demands and a spec proves. */
const zhCn = { ...general, ...figures, ...warnings };

export default zhCn;
export type Messages = typeof zhCn;
