import process from 'node:process';
import { SingleBar } from 'cli-progress';

export interface Progress {
  sent(bytes: number, total: number): void;
  /** Rows that the server has read so far. */
  working(rows: number): void;
  end(): void;
}

/** A bar on stderr when that is a terminal; nothing otherwise, so that logs and pipes stay clean. */
export function progressBar(): Progress {
  if (!process.stderr.isTTY) return { sent: () => undefined, working: () => undefined, end: () => undefined };
  const format = '{bar} {percentage}% | {what}';
  const bar = new SingleBar({ format, stream: process.stderr, hideCursor: true, clearOnComplete: true, barsize: 30 });
  bar.start(1, 0, { what: 'sending' });
  return {
    sent(bytes, total) {
      bar.setTotal(Math.max(1, total));
      bar.update(bytes, { what: bytes < total ? 'sending' : 'waiting for the server' });
    },
    working(rows) {
      bar.update({ what: `${rows.toLocaleString('en')} rows read` });
    },
    end() {
      bar.stop();
    },
  };
}
