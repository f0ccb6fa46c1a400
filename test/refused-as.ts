import { Refused } from '#contract/refused.ts';

/** Whether what was thrown is a refusal with this code, and says so in such words: for `assert.rejects`. */
export function refusedAs(code: string, words = /./): (fault: unknown) => boolean {
  return (fault) => fault instanceof Refused && fault.code === code && words.test(fault.message);
}
