import type { Cause, Mender } from '#domain/fitness/cause.ts';

/** What each cause is called, and what is wrong when it is to mend. */
export const causeWords: Record<Cause, { name: string; wrong: string; what: string }> = {
  defined: {
    name: 'Defined',
    wrong: 'not defined',
    what: 'Definition, unit, direction, owner and cadence are filled.',
  },
  aligned: {
    name: 'Aligned',
    wrong: 'not aligned',
    what: 'It serves a pillar, or an objective that is planned or under way.',
  },
  understood: {
    name: 'Understood',
    wrong: 'not understood',
    what: 'Its owner, and two thirds of its team, have acknowledged the present definition.',
  },
  reliable: {
    name: 'Reliable',
    wrong: 'not reliable',
    what: 'Readings come on time, none is missing, few are corrected, and they are alive.',
  },
  balanced: {
    name: 'Balanced',
    wrong: 'not balanced',
    what: 'It has a counter-metric, its owner has room for it, and what asks for a decision gets one within a quarter.',
  },
};

/** Who can mend it. */
export const menderWords: Record<Mender, string> = {
  owner: 'Owner, lead or admin',
  reporter: 'Who gives its readings',
  team: 'Owner and team',
  lead: 'Lead or admin',
};

/** What has asked for a decision. */
export const askedWords = {
  breach: 'In breach',
  signal: 'Deteriorating',
  gap: 'Short of what is wanted',
} as const;
