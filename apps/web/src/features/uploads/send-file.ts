import { appendToUpload, createUpload, uploadOffset } from './tus-client.ts';
import { forgetUnfinished, readUnfinished, rememberUnfinished, unfinishedOf } from './unfinished-uploads.ts';

const CHUNK = 4 * 1024 * 1024;

interface Sending {
  readonly signal: AbortSignal;
  readonly onProgress: (id: string, sent: number) => void;
}

/**
 * Sends a file piece by piece, going on where an earlier try of the same file stopped by the server's own count.
 * Answers the id of the whole upload; throws when the line breaks, and may then be called again.
 */
export async function sendFile(file: File, { signal, onProgress }: Sending): Promise<string> {
  const begun = await beginOrGoOn(file, signal);
  const { id } = begun;
  let { sent } = begun;
  const keep = () => {
    rememberUnfinished({ id, name: file.name, size: file.size, modifiedAt: file.lastModified, sent });
    onProgress(id, sent);
  };
  keep();
  while (sent < file.size) {
    sent = await appendToUpload(id, sent, file.slice(sent, sent + CHUNK), signal);
    keep();
  }
  forgetUnfinished(id);
  return id;
}

async function beginOrGoOn(file: File, signal: AbortSignal): Promise<{ id: string; sent: number }> {
  const known = unfinishedOf(file, readUnfinished());
  if (known) {
    const sent = await uploadOffset(known.id, signal);
    if (sent !== null) return { id: known.id, sent };
    forgetUnfinished(known.id);
  }
  return { id: await createUpload(file), sent: 0 };
}
