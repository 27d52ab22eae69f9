/** Endings under which browsers, mail programs and copying tools keep what is still being written. */
const HALF_WRITTEN = /\.(part|tmp|crdownload)$/i;

/** What shared folders hold without anybody having put it there. */
const LEFT_BY_SYSTEMS = /^(thumbs\.db|desktop\.ini)$/i;

/**
 * Whether a file of this name was put down to be imported: hidden files (`.x`), the locks of office programs (`~$x`),
 * files that are still being written and those that systems leave behind are not.
 */
export const isDelivery = (name: string): boolean =>
  !/^(\.|~\$)/.test(name) && !HALF_WRITTEN.test(name) && !LEFT_BY_SYSTEMS.test(name);
