import { type Rule, whole } from '../finding.ts';

const words =
  /\b(?:leverag\w+|synerg\w+|end-to-end|holistic\w*|best[- ]of[- ]breed|customer[- ]centric\w*|operating model|verticals?|unlock\w*|paradigms?|ecosystem|value[- ]add\w*|value proposition|stakeholders?|cross[- ]functional\w*|frictionless|scalab\w+|disrupt\w*|transformational|transformative|game[- ]chang\w+|mission[- ]critical|thought leader\w*|best practices?|core competenc\w+|low[- ]hanging fruit|actionable|operationali[sz]\w+|incentivi[sz]\w+|strategic(?:ally)?|alignment|aligned|empower\w*|enablement|agil\w+|digitali[sz]ation|go-to-market|omni-?channel|360[- ]degree|next[- ]gen\w*|cutting[- ]edge|state[- ]of[- ]the[- ]art|world[- ]class|data[- ]driven|turn-?key|robust|seamless\w*|innovat\w+|drives? value|value creation|north star|deep[- ]dive|bandwidth|touch-?points?|learnings|granular\w*|proactive\w*|impactful|capabilit\w+|framework|roadmap|pipeline|streamlin\w+|optimi[sz]\w+|maximi[sz]\w+|accelerat\w+|efficienc\w+|solutions?|journey|landscape|initiatives?)\b/gi;

// Abbreviations and run-together names that only insiders can read.
const opaque =
  /\b(?!(?:NPS|KPI|OKR|CSAT|SLA|CEO|CFO|CTO|HR|IT|AI|EU|UK|US|USA|UN|NHS|VAT|PDF|GDPR|ISO|TV|DNA|MRI|ICU|GP|PC|ID|FAQ|CO2|Q[1-4]|H[12])\b)(?:[A-Z]{3,}|[A-Z][a-z]+[A-Z]\w+)\b/g;

// One or two of these are how offices talk; four in a sentence leave nothing that could be true or false.
const few = 3;

/** A goal made of words that fit anywhere. */
export const jargon: Rule = {
  name: 'jargon',
  of: ['objective', 'key_result'],
  why: 'Words that fit any sentence of any company say nothing about this one, and people stop reading them.',
  source:
    'Wodtke, Radical Focus (2016): objectives in the language of the team; Orwell, "Politics and the English Language" (1946)',
  find(goal) {
    const found = [words, opaque].flatMap((each) =>
      [...goal.text.matchAll(each)].map(([word]) => word.toLowerCase()),
    );
    const different = [...new Set(found)];
    if (different.length <= few) return undefined;
    return {
      severity: goal.amounts.length === 0 ? 'problem' : 'advice',
      at: whole(goal),
      message: `${different.slice(0, 4).join(', ')}: how would you say it to a friend?`,
    };
  },
};
