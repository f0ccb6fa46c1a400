import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip';

/** The best of the encodings that a caller accepts, from its accept-encoding; undefined when it accepts none. */
export function acceptedEncoding(accepted = ''): Encoding | undefined {
  return (['br', 'gzip'] as const).find((encoding) =>
    new RegExp(`\\b${encoding}\\b(?!;q=0(,|$))`).test(accepted),
  );
}

/** Bytes packed beside the event loop: as small as they go where they are kept, quickly where somebody waits. */
export function packed(encoding: Encoding, bytes: Buffer, how: 'small' | 'quick'): Promise<Buffer> {
  if (encoding === 'gzip') return promisify(gzip)(bytes, { level: how === 'small' ? 9 : 4 });
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: how === 'small' ? 10 : 3,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return promisify(brotliCompress)(bytes, { params });
}
