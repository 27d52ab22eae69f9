export { firstBlocks } from './first-blocks.ts';
export { openFile } from './open-file.ts';
export type { OpenedFile } from './opened-file.ts';
export { FileRefused } from './refusals.ts';
