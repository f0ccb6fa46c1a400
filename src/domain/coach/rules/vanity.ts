import type { Rule } from '../finding.ts';
import { everGrowing, ownOutput, sinceEver, vanity as vain } from '../words/nouns.ts';

// "2,500 people like our page": a click that costs nobody anything.
const applauded =
  /\b(?:like|follow|view|watch|share|see|subscribe to)s? (?:our|the|us on|my)\b[^.]*?\b(?:page|profile|channel|post|video|account|feed|reel|stor(?:y|ies)|tweet|ad|facebook|instagram|linkedin|tiktok|youtube|twitter)s?\b|\b(?:post|video|page|reel|story|clip|film|trailer|blog|article|tweet|ad)s? (?:is |are |gets? |be |being |has |been )*(?:shared|liked|viewed|watched|seen|clicked|retweeted)\b/i;

// "Every pupil reads one grade higher": a verb.
const read =
  /^(?:every|each|our|the) (?:[\w-]+ ){1,3}?(?:reads|plays|views|shares|likes|hits|opens) (?:an?|the|one|two|\d|their|its)/i;
const sinceThen =
  /\bsince (?:the |our |we )?(?:\w+ )?(?:was |were )?(?:opened|launched|started|began|founded|went live)\b/i;
// However it is divided, applause stays applause.
const strong =
  /\b(?:retweets?|reposts?|website hits|(?<!\b(?:who|would|people|guests|visitors|customers|they|users|we) )likes|followers)\b(?!.*%)/i;
const platforms =
  'youtube|instagram|facebook|linkedin|tiktok|twitter|github|pinterest|twitch|mastodon|bluesky|threads|snapchat|reddit|discord';
const applause =
  'subscribers?|followers?|fans?|likes?|stars?|connections?|views?|plays?|shares?|retweets?|mentions?|members?';
const social = new RegExp(
  `\\b(?:${platforms})\\b(?: \\w+)? (?:${applause})\\b|\\b(?:${applause}) (?:on|at|of|in|to) (?:our |the |my )?(?:new )?(?:${platforms})\\b|\\b(?:visits|views|clicks|hits|visitors) (?:on|to|of|at) (?:our |the |my )?(?:new )?(?:blog|website|site|homepage|channel|page|profile|portal)\\b`,
  'i',
);

/** A measure that looks good and steers nothing. */
export const vanity: Rule = {
  name: 'vanity',
  of: ['key_result', 'kpi'],
  why: 'A number that can only rise, or that counts what we sent out, looks good whatever we do. Steer by what people do because of it, as a rate.',
  source: 'Ries, The Lean Startup (2011): actionable and vanity metrics',
  find({ text, kind, opening }) {
    if (opening?.kind === 'lower') return undefined;
    const rated =
      /\b(?:per|rate|ratio|share of|percentage|cost per|conversion)\b|(?<!(?:\b(?:by|up|down|another)|[+−]) ?[\d.,]+\s?)%/i.test(
        text,
      );
    const found =
      everGrowing.exec(text) ??
      sinceThen.exec(text) ??
      social.exec(text) ??
      strong.exec(text) ??
      (rated
        ? null
        : (vain.exec(text) ??
          applauded.exec(text) ??
          (kind === 'kpi' && /\b(?:number of|count of|total)\b/i.test(text) ? ownOutput.exec(text) : null)));
    if (!found || read.test(text)) return undefined;
    if (
      /^overall|^total/i.test(text) ||
      kind === 'kpi' ||
      vain.test(text) ||
      applauded.test(text) ||
      social.test(text) ||
      strong.test(text) ||
      sinceEver.test(text)
    )
      return {
        severity: 'problem',
        at: { from: found.index, to: found.index + found[0].length },
        message: `"${found[0]}" can grow while nothing gets better. What do people do because of it, and in what share of cases?`,
      };
    return undefined;
  },
};
