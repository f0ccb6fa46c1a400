import type { CoachedFinding } from '#contract/coach.ts';

/** A stretch of a text and the gravest finding about its words; the stretches together are the text. */
export type Segment = {
  from: number;
  text: string;
  severity: CoachedFinding['severity'] | undefined;
  rules: string[];
};

type Marked = Pick<CoachedFinding, 'rule' | 'severity' | 'at' | 'by' | 'setAside'>;

/** Cuts a text where findings about its words begin and end; what data, sets and definitions say is about no words, and what is set aside is quiet. */
export function segmentsOf(text: string, findings: readonly Marked[]): Segment[] {
  const marked = findings.filter(({ by, setAside, at }) => by === 'words' && !setAside && at.to > at.from);
  const cuts = [...new Set([0, text.length, ...marked.flatMap(({ at }) => [at.from, at.to])])]
    .filter((cut) => cut >= 0 && cut <= text.length)
    .sort((one, other) => one - other);
  return cuts.slice(1).map((to, index) => {
    const from = cuts[index] ?? 0;
    const own = marked.filter(({ at }) => at.from <= from && at.to >= to);
    const severity = own.some((each) => each.severity === 'problem') ? 'problem' : own[0]?.severity;
    return { from, text: text.slice(from, to), severity, rules: own.map(({ rule }) => rule) };
  });
}
