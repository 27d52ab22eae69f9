import type { Messages } from '../zh-cn/index.ts';
import { figures } from './figures.ts';
import { general } from './general.ts';
import { warnings } from './warnings.ts';

const en: Messages = { ...general, ...figures, ...warnings };

export default en;
