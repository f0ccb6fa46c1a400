/** What stands around the words of a goal: who owns it, what came of it, which score it got, when it is due. */
export type Tails = {
  text: string;
  /** Named before a colon, by "@", or in "(owner: Ada)". */
  owner: string | undefined;
  /** What came after "=>". */
  outcome: string | undefined;
  /** 0 to 1. */
  score: number | undefined;
  deadline: string | undefined;
};

const arrow = /\s*=+\s*>\s*\.?\s*/;
const ownerMark = /\s*[([]?\b(?:owners?|dri|lead|responsible|who)\s*[:=]\s*([^)\],;|]+)[)\]]?\s*$/i;
const mention = /(?:^|\s)[([]?@([\p{L}][\p{L}\p{N}._-]*(?:@[\w.-]+)?)[)\]]?(?=\s|[.,;]|$)/u;
const scored =
  /\s*[([–—-]*\s*(?:(?:final )?(?:score|grade)d?\s*[:=]?\s*)(0(?:[.,]\d+)?|1(?:[.,]0+)?|\d{1,3}\s?%)\s*[)\]]?\s*$/i;
const bracketed = /\s*[([](0[.,]\d{1,2}|1[.,]0{1,2})[)\]]\s*$/;
const due = /\s*[([]?\b(?:due|deadline|by)\s*:?\s*(\d{4}-\d\d-\d\d)[)\]]?/i;
// "CEO: Grow ARR" and "Sales (Closing deals): ..." are short and hold no number; "Goal: ..." and "4 h: ..." are no owners.
const ownerBefore =
  /^([\p{Lu}][\p{L}&/.'’-]*(?:\s+(?:of|and|the|&|[\p{L}][\p{L}&/.'’-]*)){0,3}(?:,\s+[\p{Lu}][\p{L}.'’-]*){0,4}(?:\s*\([^)]{1,40}\))?)\s*:\s+(?=\S)/u;
const noOwner =
  /^(?:note|notes|why|goal|goals|example|status|update|result|results|outcome|score|metric|target|baseline|todo|warning|important|background|context|summary|theme|focus|mission|vision|stretch|commit|aspirational|committed|initiatives?|actions?|tasks?)$/i;

/** Takes from a goal what stands around its words; `hasOwnerBefore` is whether "Name: ..." names an owner. */
export function tailsOf(given: string, hasOwnerBefore = true): Tails {
  let text = given;
  const take = (shape: RegExp): string | undefined => {
    const found = shape.exec(text);
    if (!found) return undefined;
    text = `${text.slice(0, found.index).trim()} ${text.slice(found.index + found[0].length).trim()}`.trim();
    return found[1]!.trim();
  };
  const at = arrow.exec(text);
  const outcome = at ? text.slice(at.index + at[0].length).trim() : undefined;
  if (at) text = text.slice(0, at.index).trim();
  // "=> 20%: we have reduced ..." tells how much was reached.
  const score =
    /^(?:(\d{1,3}\s?%)\s*:|(0[.,]\d{1,2}|1[.,]0{1,2})$)/
      .exec(outcome ?? '')
      ?.slice(1)
      .find(Boolean) ??
    take(scored) ??
    take(bracketed);
  let owner = take(ownerMark) ?? take(mention);
  const deadline = take(due);
  const before = hasOwnerBefore ? ownerBefore.exec(text) : null;
  if (before && !noOwner.test(before[1]!)) {
    owner ??= before[1]!;
    text = text.slice(before[0].length);
  }
  return { text: text.trim(), owner, outcome: outcome || undefined, score: scoreOf(score), deadline };
}

function scoreOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = text.endsWith('%') ? Number.parseFloat(text) / 100 : Number(text.replace(',', '.'));
  return value >= 0 && value <= 1 ? value : undefined;
}
