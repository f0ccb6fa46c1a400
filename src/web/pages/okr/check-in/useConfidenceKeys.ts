import { type KeyboardEvent, useRef } from 'react';

const patience = 700;

/** The confidence that a digit means after the one before it: 1 and then quickly 0 is 10. */
export function confidenceTyped(
  key: string,
  before: { digit: string; since: number },
  now: number,
): number | undefined {
  if (!/^\d$/.test(key)) return undefined;
  const isTen = key === '0' && before.digit === '1' && now - before.since < patience;
  return isTen ? 10 : Number(key);
}

/** Sets a confidence by digit keys on whatever has the focus inside. */
export function useConfidenceKeys(onChange: (confidence: number) => void) {
  const before = useRef({ digit: '', since: 0 });
  return (event: KeyboardEvent<HTMLElement>): void => {
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    const confidence = confidenceTyped(event.key, before.current, event.timeStamp);
    if (confidence === undefined) return;
    event.preventDefault();
    before.current = { digit: event.key, since: event.timeStamp };
    onChange(confidence);
    const choice = event.currentTarget.querySelector<HTMLElement>(`input[value="${confidence}"]`);
    choice?.focus();
  };
}
