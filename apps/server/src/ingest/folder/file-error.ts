/** What only connections say; on a socket reading and writing fail under the same names as on a file. */
const OF_CONNECTIONS = /^(ECONN|EPIPE|ETIMEDOUT|EHOST|ENET)/;

/** What the file system calls an error: `EACCES` say; '' for any other error, a broken connection to the warehouse say. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return '';
  const [call, code] = [String(error.syscall), String(error.code)];
  if (/^(connect|getaddrinfo)$/.test(call)) return '';
  return /^(read|write)$/.test(call) && OF_CONNECTIONS.test(code) ? '' : code;
}
