import type { DataMessages } from '../../zh-cn/data/index.ts';
import { corrections } from './corrections.ts';
import { feeds } from './feeds.ts';
import { imports } from './imports.ts';
import { reference } from './reference.ts';
import { wizard } from './wizard.ts';

const data: DataMessages = { data: { ...imports, ...wizard, ...feeds, ...corrections, ...reference } };

export default data;
