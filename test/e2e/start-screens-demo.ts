import { startDemo } from './product/demo.ts';

/** As many complaints as `npm run demo` makes, so that the pictures show what a newcomer sees. */
const ROWS = 60_000;

export default () => startDemo(ROWS);
