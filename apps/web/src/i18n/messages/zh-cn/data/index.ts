import { corrections } from './corrections.ts';
import { feeds } from './feeds.ts';
import { imports } from './imports.ts';
import { reference } from './reference.ts';
import { wizard } from './wizard.ts';

/** The messages of the page 数据; loaded with it. English has the same keys. */
const data = { data: { ...imports, ...wizard, ...feeds, ...corrections, ...reference } };

export default data;
export type DataMessages = typeof data;
