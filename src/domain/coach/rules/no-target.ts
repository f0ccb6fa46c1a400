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
      /\bfrom\s+\S*\d/i.test(text) &&
      !/\b(?:to|by|down|below|under|above|over)\b|→/i.test(text)
    )
      return {
        severity: 'problem',
        at: whole(goal),
        message: 'It says where it starts, and not where it should be.',
      };
    if (
      kind === 'key_result' &&
      amounts.length === 0 &&
      /\b(?:plan|budget|target|quota|goal)s?\b/i.test(text)
    )
      return {
        severity: 'problem',
        at: whole(goal),
        message: 'Which plan, and how much is it? Write the value.',
      };
    return undefined;
  },
};
