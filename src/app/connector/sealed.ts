import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** Keys that seal secrets, 32 bytes each in hex: the first seals, every one of them opens. */
export type SealingKeys = readonly [string, ...string[]];

/**
 * A text sealed by AES-256-GCM as `v1.KEY.NONCE.BYTES`, where KEY tells which key it was. `place` is bound to it: copied to another
 * place it does not open.
 */
export function sealed(keys: SealingKeys, place: string, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(keys[0], 'hex'), nonce);
  cipher.setAAD(Buffer.from(place));
  const bytes = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return ['v1', nameOf(keys[0]), nonce.toString('base64url'), bytes.toString('base64url')].join('.');
}

/** The text that was sealed at a place; undefined when none of the keys opens it there. */
export function opened(keys: SealingKeys, place: string, text: string): string | undefined {
  const [version, name, nonce, body] = text.split('.');
  const key = keys.find((each) => nameOf(each) === name);
  if (version !== 'v1' || !key || !nonce || !body) return undefined;
  const bytes = Buffer.from(body, 'base64url');
  try {
    const decipher = createDecipheriv(
      'aes-256-gcm',
      Buffer.from(key, 'hex'),
      Buffer.from(nonce, 'base64url'),
    );
    decipher.setAAD(Buffer.from(place));
    decipher.setAuthTag(bytes.subarray(-16));
    return decipher.update(bytes.subarray(0, -16), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return undefined;
  }
}

/** Whether a text was sealed by the key that seals now; one by an older key should be sealed anew. */
export function isSealedNow(keys: SealingKeys, text: string): boolean {
  return text.split('.')[1] === nameOf(keys[0]);
}

// A digest, cut short: it tells keys apart and says nothing of them.
function nameOf(key: string): string {
  return createHash('sha256').update(`tandem ${key}`).digest('hex').slice(0, 8);
}
