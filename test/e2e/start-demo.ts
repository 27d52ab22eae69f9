import { startDemo } from './product/demo.ts';

/** Enough complaints for warnings, few enough to be ready in seconds. */
const ROWS = 20_000;

export default () => startDemo(ROWS);
