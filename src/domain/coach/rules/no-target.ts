import { type Rule, whole } from '../finding.ts';

/** A KPI that is only watched, or a key result whose number is where it comes from. */
export const noTarget: Rule = {
  name: 'no-target',
  of: ['key_result', 'kpi'],
  why: 'To watch a number without saying where it should be, or where it must not go, decides nothing.',
  source: 'Marr, Key Performance Indicators (2012); Parmenter, Key Performance Indicators (2015)',
  find(goal) {
    const { opening, amounts, text, kind } = goal;
    if (kind === 'kpi' && opening?.kind === 'watch' && amounts.length === 0)
      return {
        severity: 'problem',
        at: opening.at,
        message: 'It says to watch, and not where the value should be: set a threshold or a desired level.',
      };
    if (
      kind === 'key_result' &&
      amounts.length === 1 &&
      /\bfrom\s+(?:(?:the|our|its|a|an|current|currently|today's|present|last|year's|quarter's|month's|about|around|roughly|some|level|of|baseline)\s+)*\D?\d/i.test(
        text,
      ) &&
      !/\b(?:to|by|up|down|below|under|above|over)\b|→/i.test(text)
    )
      return {
        severity: 'problem',
        at: whole(goal),
        message: 'It says where it starts, and not where it should be.',
      };
    const start = kind === 'key_result' && amounts.length === 1 ? standing.exec(text) : null;
    if (start)
      return {
        severity: 'problem',
        at: { from: start.index, to: start.index + start[0].length },
        message: `"${start[0]}" is where it stands. Where should it be by the end?`,
      };
    if (kind === 'key_result' && amounts.length === 0 && opening?.kind === 'watch')
      return {
        severity: 'problem',
        at: opening.at,
        message: 'It says to look at a number, and not where it should be by the end.',
      };
    const closer =
      kind === 'key_result'
        ? /\b(?:closer|nearer) (?:to )?(?:our |the |its )?(?:target|goal|plan|budget|average|level)s?\b/i.exec(
            text,
          )
        : null;
    if (closer)
      return {
        severity: 'problem',
        at: { from: closer.index, to: closer.index + closer[0].length },
        message: `How much closer? "${closer[0]}" is reached by any step.`,
      };
    const [only] = amounts;
    if (
      kind === 'key_result' &&
      only &&
      amounts.length === 1 &&
      !only.bound &&
      /\d/.test(only.text) &&
      ['raise', 'lower', 'better'].includes(opening?.kind ?? '') &&
      /\bof (?:about |around |currently |roughly |now )?$/i.test(text.slice(0, only.at.from)) &&
      !/\b(?:level|rate|score|rating|average|value|target|mark|total|minimum|maximum|share) of /i.test(
        text.slice(0, only.at.from),
      ) &&
      !/\b(?:by|to|below|under|down|up|within)\b/i.test(text.slice(only.at.to))
    )
      return {
        severity: 'problem',
        at: only.at,
        message: `"${only.text}" is what there is. How much should it be by the end?`,
      };
    const unknown = kind === 'key_result' && amounts.length === 0 ? compared.exec(text) : null;
    if (unknown)
      return {
        severity: 'problem',
        at: { from: unknown.index, to: unknown.index + unknown[0].length },
        message: `How much was "${unknown[0]}", and by how much should it be left behind? Write both values.`,
      };
    if (
      kind === 'key_result' &&
      amounts.length === 0 &&
      /\b(?:plan|budget|target|quota|goal|service levels?|slas?|benchmark|requirement|agreed (?:level|value|rate|number|standard)|forecast)s?\b/i.test(
        text,
      )
    )
      return {
        severity: 'problem',
        at: whole(goal),
        message: 'Which plan, and how much is it? Write the value.',
      };
    return undefined;
  },
};

// "Improve on the 3.4 days we take", "beat the current 17%": the one number is today's.
const standing =
  /\b(?:(?:improve|better|build) (?:up)?on|beat|surpass|exceed|outdo|top|increase|reduce|improve|raise|lower|cut|grow|lift) (?:the|our|its|today's|last year's|this) (?:current |present |existing |[\w-]+ (?:of|at) )?[€$£]?\d[\d.,]*\s?%?(?:(?= (?:[\w-]+ )?(?:we|today|now|currently|last|at present|so far|it))|(?<=(?:current|present|existing) \S+)|$)/i;

// Compared with something that everybody would have to look up.
const compared =
  /\b(?:(?:last|the previous|previous|prior|the prior) (?:year|quarter|month|season|week|cycle|term|spring|summer|autumn|fall|winter|christmas|easter|edition|event|round|campaign)(?:'s|’s)?|than (?:before|in|at|during|the|our|last|it was|they were|today|now|20\d\d)\b|(?:the )?(?:industry|sector|market|national|regional|company) (?:average|benchmark|standard|norm|mean)|(?:results?|levels?|figures?|records?|totals?|numbers?|values?|scores?|revenue|sales|intake|turnout|income|performance) (?:of|in|from) (?:the )?(?:year )?20\d\d|(?:our|the) (?:competitors?|rivals?|peers?|competition))/i;
