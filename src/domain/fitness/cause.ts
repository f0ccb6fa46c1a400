export const causes = ['defined', 'aligned', 'understood', 'reliable', 'balanced'] as const;

/** Why KPIs fail, as what a fit one is instead. */
export type Cause = (typeof causes)[number];

export const verdicts = ['fit', 'to mend', 'cannot say yet'] as const;

export type Verdict = (typeof verdicts)[number];

export const menders = ['owner', 'reporter', 'team', 'lead'] as const;

/** Who can mend it: whoever may change the KPI, whoever gives its readings, those who see it, or who shares out the work. */
export type Mender = (typeof menders)[number];

/** What is measured of one cause: `short` fits after "3 of 5: ", `mend` is what to do, and advice is not held against the KPI. */
export type Finding = {
  cause: Cause;
  verdict: Verdict;
  sentence: string;
  short: string | null;
  mend: string | null;
  by: Mender | null;
  advice: string[];
  evidence: Evidence[];
};

export type Evidence = { name: string; value: string };

/** Something that keeps a KPI from being fit: how it reads alone, how it reads in a list of reasons, and what mends it. */
export type Fault = { sentence: string; short: string; mend: string; by: Mender };

/** The finding of a cause by its faults: none is fit, and the first is mended first. */
export function found(
  cause: Cause,
  faults: readonly Fault[],
  fit: string,
  more: { advice?: string[]; evidence?: Evidence[] } = {},
): Finding {
  const [first] = faults;
  const rest = { advice: more.advice ?? [], evidence: more.evidence ?? [] };
  if (!first) return { cause, verdict: 'fit', sentence: fit, short: null, mend: null, by: null, ...rest };
  return {
    cause,
    verdict: 'to mend',
    sentence: faults.map(({ sentence }) => sentence).join(' '),
    short: faults.map(({ short }) => short).join(' and '),
    mend: faults.map(({ mend }) => mend).join(' '),
    by: first.by,
    ...rest,
  };
}

/** The finding of a cause that nothing can be said of yet. */
export function unsaid(cause: Cause, sentence: string, evidence: Evidence[] = []): Finding {
  return {
    cause,
    verdict: 'cannot say yet',
    sentence,
    short: null,
    mend: null,
    by: null,
    advice: [],
    evidence,
  };
}

/** A count with its noun: '1 period', '3 periods'. */
export function counted(count: number, noun: string, many = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : many}`;
}
