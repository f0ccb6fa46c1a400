/** How much one pull may take; seconds, bytes after unpacking, and counts. */
export type Limits = {
  /** Of one request or query. */
  requestSeconds: number;
  /** Of the whole pull. */
  pullSeconds: number;
  /** Of one answer. */
  answerBytes: number;
  headerBytes: number;
  pages: number;
  rows: number;
  /** Of the expressions over one answer. */
  expressionSeconds: number;
};

export const usualLimits: Limits = {
  requestSeconds: 30,
  pullSeconds: 300,
  answerBytes: 10 * 2 ** 20,
  headerBytes: 32 * 2 ** 10,
  pages: 100,
  rows: 100_000,
  expressionSeconds: 5,
};

/** Bytes as people say them: 10 MB, 640 KB. */
export function sizeInWords(bytes: number): string {
  return bytes >= 2 ** 20 ? `${Math.round(bytes / 2 ** 20)} MB` : `${Math.round(bytes / 2 ** 10)} KB`;
}
