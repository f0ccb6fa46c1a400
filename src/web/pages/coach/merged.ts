import type { CoachedFinding } from '#contract/coach.ts';

/**
 * What is shown while a goal is written: the findings in its words as they are now, and those that only the server can tell, by data and beside
 * other goals, as they were when it was asked last. Where both speak by one rule, the data do.
 */
export function merged(
  words: readonly CoachedFinding[] | undefined,
  asked: readonly CoachedFinding[],
): CoachedFinding[] {
  if (!words) return inOrder(asked);
  const beyond = asked.filter(({ by }) => by !== 'words');
  const told = new Set(beyond.map(({ rule }) => rule));
  const own = words
    .filter(({ rule }) => !told.has(rule))
    .map((finding) => {
      const known = asked.find(({ rule, about }) => rule === finding.rule && about === finding.about);
      return { ...finding, setAside: known?.setAside ?? finding.setAside };
    });
  return inOrder([...own, ...beyond]);
}

/** Problems first, then advice; what is set aside comes last. */
function inOrder(findings: readonly CoachedFinding[]): CoachedFinding[] {
  const place = ({ severity, setAside }: CoachedFinding) => (setAside ? 2 : severity === 'problem' ? 0 : 1);
  return findings.toSorted((one, other) => place(one) - place(other));
}
