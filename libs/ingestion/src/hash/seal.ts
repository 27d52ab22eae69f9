import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Two keys from one secret: one enciphers, the other makes initialisation vectors. */
const keysOf = (secret: string) => {
  const both = Buffer.from(hkdfSync('sha256', secret, 'tocsin originals', 'seal', 64));
  return { cipher: both.subarray(0, 32), vector: both.subarray(32) };
};

/**
 * Seals texts with AES-256-GCM. The initialisation vector is a keyed hash of the text and of `where` it stands (batch and
 * row), so that a repeated run writes the same bytes, no chance is needed, and equal texts in other rows look different.
 */
export function sealer(secret: string): (text: string, where: string) => string {
  const { cipher: key, vector } = keysOf(secret);
  return (text, where) => {
    const iv = createHmac('sha256', vector).update(`${where}\n${text}`).digest().subarray(0, IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', key, iv);
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64');
  };
}

/** Opens what `sealer` sealed under the same secret; undefined for anything else, or where a bit was changed. */
export function opener(secret: string): (sealed: string) => string | undefined {
  const { cipher: key } = keysOf(secret);
  return (sealed) => {
    const bytes = Buffer.from(sealed, 'base64');
    if (bytes.length < IV_BYTES + TAG_BYTES) return undefined;
    try {
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES));
      decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
      return decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
    } catch {
      return undefined;
    }
  };
}
