import type { AppendUpload, CreateUpload, DeleteUpload } from '@tocsin/contracts';
import { ApiError } from '../../api/api-error.ts';
import { send } from '../../api/request.ts';

/*
 * The part of tus 1.0.0 that a browser needs: make an upload, ask how far it is, add to it, drop it. A few lines by
 * hand; the protocol's own client brings queues, storages and transports that have no use here.
 */
const CREATE: (typeof CreateUpload)['path'] = '/api/v1/uploads';
const ONE: (typeof AppendUpload | typeof DeleteUpload)['path'] = '/api/v1/uploads/:id';
const VERSION = { 'tus-resumable': '1.0.0' };

/** Base64 of a text's UTF-8 bytes, as `Upload-Metadata` wants it. */
export const base64 = (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

/** Makes an upload of a known size; answers its id. */
export async function createUpload(file: File): Promise<string> {
  const response = await send('POST', CREATE, {
    headers: { ...VERSION, 'upload-length': String(file.size), 'upload-metadata': `filename ${base64(file.name)}` },
  });
  const id = response.headers.get('location')?.split('/').at(-1);
  if (!id) throw new ApiError('failed');
  return decodeURIComponent(id);
}

/** How many bytes the server has; null when it knows the upload no more. */
export async function uploadOffset(id: string, signal?: AbortSignal): Promise<number | null> {
  try {
    const response = await send('HEAD', ONE, { params: { id }, headers: VERSION, signal });
    return Number(response.headers.get('upload-offset') ?? 0);
  } catch (error) {
    if (error instanceof ApiError && error.kind === 'missing') return null;
    throw error;
  }
}

/** Adds bytes that begin at `offset`; answers how far the upload is then. */
export async function appendToUpload(id: string, offset: number, bytes: Blob, signal: AbortSignal): Promise<number> {
  const response = await send('PATCH', ONE, {
    params: { id },
    headers: { ...VERSION, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
    body: bytes,
    signal,
  });
  return Number(response.headers.get('upload-offset') ?? offset + bytes.size);
}

export async function dropUpload(id: string): Promise<void> {
  await send('DELETE', ONE, { params: { id }, headers: VERSION }).catch(() => undefined);
}
