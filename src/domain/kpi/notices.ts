import type { Period } from '#domain/time/period.ts';
import type { JudgedPhase, Notice, Value } from './judgement.ts';
import { fewestPoints, type Limits } from './limits.ts';
import type { Season } from './seasonal.ts';

const seasonNames: Record<number, string> = { 7: 'week', 12: 'year', 52: 'year' };

// Below this many different moving ranges the values are so coarsely rounded that the limits are an accident of the rounding.
const fewRanges = 3;

/** What a reader must know before trusting the limits, one sentence each. */
export function notices(found: {
  count: number;
  present: JudgedPhase | undefined;
  season: Season | undefined;
  newest: Value | undefined;
  incomplete: Value | undefined;
  proposedFrom: Period | undefined;
}): Notice[] {
  const { count, present, season, newest, incomplete, proposedFrom } = found;
  const list: Notice[] = [];
  const tell = (kind: Notice['kind'], sentence: string) => list.push({ kind, sentence });
  const limits = present?.limits ?? undefined;
  if (!limits) tell('too few points', tooFew(count));
  if (limits?.strength === 'trial') tell('trial limits', trial(limits));
  if (limits && limits.distinctRanges <= fewRanges) {
    tell(
      'few ranges',
      `The values move by only ${limits.distinctRanges} different ${limits.distinctRanges === 1 ? 'step' : 'steps'}: the limits are unreliable. Record it with more decimals, or count over longer periods.`,
    );
  }
  if (present?.memory === 'clings') {
    tell(
      'autocorrelated',
      'Each value clings to the one before it, so runs come by themselves: only a point beyond a limit is a signal here. Count what is new in each period rather than what has piled up, or choose a slower cadence.',
    );
  }
  if (present?.memory === 'swings') {
    tell(
      'autocorrelated',
      'Each value swings back from the one before it, so the limits are wide: only a point beyond a limit is a signal here. Look for what is moved from one period into the next, such as a late booking, or choose a slower cadence.',
    );
  }
  if (season) {
    tell(
      'seasonal',
      `A season that repeats every ${seasonNames[season.period]} makes ${Math.round(season.strength * 100)}% of the variation: signals, level and limits are those of the seasonally adjusted values.`,
    );
  }
  if (incomplete) {
    tell(
      'incomplete',
      `${incomplete.period} is incomplete: ${absent(incomplete)} not reported. A sum without them is too low, so it is in no status or signal.`,
    );
  } else if (newest && newest.missing.length > 0) {
    tell('incomplete', `The newest value is incomplete: ${absent(newest)} not reported.`);
  }
  if (proposedFrom !== undefined) {
    tell(
      'new phase',
      `The process has moved and stayed there since ${proposedFrom}. If you know why, begin a new phase there; its limits will be its own.`,
    );
  }
  return list;
}

function tooFew(count: number): string {
  return count < fewestPoints.trial
    ? `Too few points: ${count} of the ${fewestPoints.trial} that limits need.`
    : 'Too few points in a row: limits need neighbours that are both present.';
}

function trial(limits: Limits): string {
  return `Trial limits on ${limits.count} points: only a point beyond a limit is a signal until there are ${fewestPoints.usable}.`;
}

function absent({ missing }: Value): string {
  return `${missing.length} ${missing.length === 1 ? 'has' : 'have'}`;
}
