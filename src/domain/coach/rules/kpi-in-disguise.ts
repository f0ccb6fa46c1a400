import { type Goal, type Rule, whole } from '../finding.ts';
import { objectOf } from '../phrase.ts';
import { isRange } from '../range.ts';
import { measures, plans } from '../words/nouns.ts';

const running =
  /\b(?:compliance|continuity|availability|quality|stability|security|safety|readiness|uptime|smooth|operations?|supply|staffing|cover|hygiene|service)\b/i;
const department =
  /\b(?:department|operations?|day-to-day|business|office|back office|helpdesk|service desk)\b/i;
const always =
  /\b(?:always|at all times|as usual|day-to-day|without interruption|as before|every single day)\b/i;
// A line that must not be crossed is a threshold.
const crossing =
  /^(?:(?:we|to|please|must|should|shall|will) )*(?:do not|don't|never|not|must not|not let|no) (?:let [\w\s]+? )?(?:exceed|fall|drop|go|rise|slip|lose|allow|let|overspend|overrun|overdraw)\b|^(?:prevent|avoid) [\w\s-]+ from (?:falling|dropping|rising|slipping|going|exceeding)\b|^no (?:drop|rise|fall|increase|decrease|loss|decline) (?:in|of|below|above)\b/i;
const unchanged =
  /\b(?:(?<!(?:many|much|often|fast|high|long) )as (?:usual|before|ever|always|it is)|like last (?:year|quarter|month)|unchanged|(?<!.)no changes? (?:to|in)|at (?:the )?(?:current|present|today's|last year's|existing) (?:level|value|rate|height)s?|no worse than (?:now|today|last|before)|same as (?:last|before|now))\b/i;
const clock =
  /^(?!.*\b(?:from|instead of)\b)(?=.*(?:\b24\/7|\bround[- ]the[- ]clock|\b24 hours a day))(?=.*\b(?:coverage|cover|availability|available|service|support|operation|reachab\w+|staffed|staffing|hotline|uptime)\b)/i;
// What recurs has no end.
const rhythm =
  /\b(?:on time|every (?:day|week|month|quarter|year|shift|night|morning)|each (?:day|week|month|quarter|year|shift)|daily|weekly|monthly|always|at all times|never|without (?:fail|interruption))\b/i;
const everAfter = /\b(?:always|at all times|at any time|all year|year[- ]round|throughout the year)\b/i;
const everRunning = /\b(?:uptime|available|availability|sla|service level)\b/i;

/** A goal that holds what is there: that is watched for ever by a KPI with a threshold, and is no change of a quarter. */
export const kpiInDisguise: Rule = {
  name: 'kpi-in-disguise',
  of: ['objective', 'key_result'],
  why: 'To keep what is there has no end and asks for no change. A KPI with a floor watches it always; an OKR is for what should become different.',
  source:
    'Perdoo, "KPIs vs OKRs"; Castro, "Health metrics" in Felipe Castro\'s OKR guide; Doerr, Measure What Matters (2018)',
  find(goal) {
    const message = messageOf(goal);
    if (message === undefined) return undefined;
    return {
      ...{ severity: 'problem', at: goal.opening?.at ?? whole(goal), message },
      repair: 'make it a KPI',
    };
  },
};

function messageOf(goal: Goal): string | undefined {
  const { opening, amounts, text, verbs } = goal;
  const negated = crossing.exec(text);
  if (negated && !isChange(goal))
    return `"${negated[0]}" guards a line that is there already. Make it a KPI with that line as its floor or ceiling.`;
  const same = unchanged.exec(text);
  if (same && !isChange(goal))
    return `"${same[0]}" asks that nothing changes. Make it a KPI with a threshold; write an OKR when it has to become different.`;
  // "Keep growing without losing our soul", "stay independent while we double" are about what growth does.
  if (
    goal.kind === 'objective' &&
    opening &&
    !/\d/.test(text) &&
    /\bwithout \w+ing\b|\w: \w|\b(?:while|as) (?:we|it|our \w+) \w+|\bagain\b|\bby (?:making|turning|giving|becoming|building|being|letting) /i.test(
      text,
    )
  )
    return undefined;
  if (opening?.kind === 'keep' && !isChange(goal))
    return `"${text.slice(opening.at.from, opening.at.to)}" holds what is there. Make it a KPI with a threshold; write an OKR when it has to become different.`;
  if (
    opening &&
    /^(?:hit|meet|fulfil|fulfill|achieve|make|reach|deliver on|deliver|attain|exceed|beat)$/.test(
      opening.base,
    ) &&
    plans.test(objectOf(goal)?.text ?? '') &&
    amounts.length === 0
  )
    return 'To meet the plan is what running the operation means. Make it a KPI with the plan as its floor.';
  if (
    /^(?:ensure|guarantee|make sure)$/.test(opening?.base ?? '') &&
    amounts.length === 0 &&
    ((running.test(text) && !/\bthat\b/i.test(text)) || rhythm.test(text))
  )
    return 'That it runs as it should is what running the operation means. Make it a KPI with a floor.';
  if (/^run$/.test(opening?.base ?? '') && department.test(text))
    return 'To run it is the operation itself. Watch it with KPIs, and write an OKR for what should become different.';
  if (everAfter.test(text) && !opening && !isChange(goal))
    return 'What should always be so has no end. Make it a KPI with a threshold.';
  if (always.test(text) && amounts.every(({ text: amount }) => /^100/.test(amount)) && !isChange(goal))
    return 'What should always be so has no end. Make it a KPI with a threshold.';
  const kept = goal.kind === 'key_result' && !opening ? keptOf(goal) : undefined;
  if (kept)
    return `"${text.slice(kept.from, kept.to)}" holds what is there. Make it a KPI with a threshold; write an OKR when it has to become different.`;
  const isBare = !opening && verbs.length === 0 && amounts.length > 0;
  if (!opening && clock.test(text) && !isChange(goal))
    return 'It is to be so around the clock, without an end. Make it a KPI with a threshold.';
  if (isBare && everRunning.test(text) && !/\b(?:from|up|down|by)\b/i.test(text))
    return 'It is a level to be kept always, without a change. Make it a KPI with a threshold.';
  if (
    goal.kind === 'key_result' &&
    isBare &&
    !amounts.some(({ bound }) => bound) &&
    isMeasureAndValue(goal) &&
    !isChange(goal) &&
    !/\b(?:from|fewer|less|more|by|up|down|higher|lower|faster|than|without|as (?:many|much))\b|→|->|[+−]\s?\d/i.test(
      text,
    )
  )
    return 'It is a measure and a value, with nothing that changes. Is it to be reached, from where? If it is to be held, make it a KPI.';
  return undefined;
}

// The measure stands beside its value: "NPS of 50", "99.9% availability", "Occupancy 92%".
function isMeasureAndValue({ text, amounts, words }: Goal): boolean {
  const [amount] = amounts;
  if (!amount || amounts.length > 1 || words.length > 8) return false;
  const before = /([\p{L}-]+)(?:\s+(?:of|at|is|a|an|to))*\s*[:=,(]?\s*$/u.exec(
    text.slice(0, amount.at.from),
  )?.[1];
  const last = words.at(-1)!.text;
  return measures.test(before ?? '') || (amount.at.from === 0 && measures.test(last));
}

// "Keep churn down from 5% to 3%" and "hold 4.7 for three consecutive months" do ask for something that is not there yet.
function isChange(goal: Goal): boolean {
  const { text, kind } = goal;
  return (
    (kind === 'key_result' && isRange(goal)) ||
    /\bfrom\b.+\bto\b|\b(?:fewer|less)\b.*\bunchanged\b/i.test(text) ||
    (kind === 'key_result' &&
      /\b(?:consecutive|in a row|running|straight)\b|\bfor (?:the next )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve) (?:days|weeks|months|quarters|periods|nights|shifts)\b/i.test(
        text,
      ))
  );
}

// "Sick leave remains under 5%": the only verb keeps; "… stay under 3% as dues pass 104%" has another aim.
function keptOf(goal: Goal): { from: number; to: number } | undefined {
  const { verbs, words, amounts, text } = goal;
  const [verb] = verbs.filter(({ base, word }) => word > 0 && /^(?:stay|remain|keep)$/.test(base));
  if (!verb || verb.word === 0 || amounts.length !== 1 || isChange(goal)) return undefined;
  if (!amounts[0]!.bound && !/%|percent/.test(amounts[0]!.text)) return undefined;
  if (verbs.some(({ kind, word }) => word > verb.word && !['keep', 'do', 'better'].includes(kind)))
    return undefined;
  const before = words[verb.word - 1]!.lower;
  if (/^(?:who|that|which|to|and)$/.test(before) || amounts[0]!.at.from < verb.at.from) return undefined;
  return /\b(?:for|after|beyond|until|while)\b/i.test(text.slice(verb.at.to)) ? undefined : verb.at;
}
