/**
 * Whether words after `tandem coach` ask a server: for goals that are there, or by the fields of an operation. A file or a sentence needs none.
 */
export function isAskedOfServer([verb = '', ...words]: readonly string[]): boolean {
  if (/^(?:report|set-aside|take-up)$/.test(verb)) return true;
  return words.some((word) => /^--(?:kind|text)(?:=|$)/.test(word));
}
