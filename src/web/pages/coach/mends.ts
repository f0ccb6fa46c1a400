import type { CoachedFinding } from '#contract/coach.ts';

/** What a click on a finding does, and what stands on the button. */
export type Mend = { label: string; run: () => void };

/** What the place of a goal can do about findings: by the name of the repair; nothing where a repair does not fit. */
export type Mends = { [repair: string]: ((finding: CoachedFinding) => (() => void) | undefined) | undefined };

/** What mends a finding in a place that can do so much. */
export function mendIn(mends: Mends, finding: CoachedFinding): Mend | undefined {
  const { repair } = finding;
  const run = repair === null ? undefined : mends[repair]?.(finding);
  return run && { label: capital(repair!), run };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
