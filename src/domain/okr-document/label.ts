/** What a line says of itself by a word before a colon. */
export type Label =
  | 'objective'
  | 'key result'
  | 'initiative'
  | 'note'
  | 'owner'
  | 'outcome'
  | 'score'
  | 'heading';

const labels: readonly [Label, RegExp][] = [
  [
    'key result',
    /^(?<kind>stretch\s+|committed\s+|aspirational\s+)?(?:KRs?|key[- ]results?)\s*#?(?:\d+(?:\.\d+)*|[a-z](?=[:.)]))?\s*(?:\((?<aside>[^)]{1,30})\)\s*)?[:.)–—-]+(?!\d)\s*/i,
  ],
  ['key result', /^(?:KR)\s*#?\d+(?:\.\d+)*\s+(?=\S)/i],
  [
    'objective',
    /^(?<kind>stretch\s+|committed\s+|aspirational\s+)?(?:objectives?|obj|O)\s*#?(?:\d+(?:\.\d+)*|[A-Z](?=[:.)]))?\s*(?:\((?<aside>[^)]{1,30})\)\s*)?[:.)–—]+(?!\d)\s*/i,
  ],
  ['objective', /^(?:objective|O)\s*#?\d+\s*-?\s+(?=\S)/i],
  ['initiative', /^(?:initiatives?|actions?|tasks?|projects?|how)\s*#?\d*\s*:\s*/i],
  ['owner', /^(?:owners?|dri|responsible|lead)\s*:\s*/i],
  ['outcome', /^(?:outcome|results?|status|update|retrospective|reached|actual|achieved|current)\s*:\s*/i],
  ['score', /^(?:final )?(?:score|grade)\s*:\s*/i],
  [
    'note',
    /^(?:why|notes?|note to|context|background|because|rationale|confidence|tags?|lesson(?:s learn(?:ed|t))?)\s*:\s*/i,
  ],
];

/** The label at the beginning of a text, what it says in passing ("KR1 (Ana):", "Stretch KR:"), and the text after it; nothing for one that has none. */
export function labelOf(text: string): { label: Label; rest: string; asides: string[] } | undefined {
  if (
    /^(?:key results?|KRs|objectives?|OKRs?|initiatives?|how we(?:'ll| will) (?:know|measure)[^:]*)\s*:?$/i.test(
      text,
    )
  )
    return { label: 'heading', rest: '', asides: [] };
  for (const [label, shape] of labels) {
    const found = shape.exec(text);
    if (!found) continue;
    const asides = Object.values(found.groups ?? {}).flatMap((each) => (each ? [each.trim()] : []));
    return { label, rest: text.slice(found[0].length).trim(), asides };
  }
  return undefined;
}
