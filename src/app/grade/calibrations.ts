import type { UseCases } from '#app/act.ts';
import { hiddenObjectives } from '#app/objective/objective-access.ts';
import type { Calibration } from '#contract/calibrations.ts';
import { type ConfidenceTally, confidenceTallies } from '#db/calibrations.ts';
import {
  brierParts,
  calibrationSentence,
  enough,
  type Level,
  levelsOf,
  saidAndReached,
  verdictOf,
  wilson,
} from '#domain/okr/confidence-calibration.ts';

type Told = ConfidenceTally & { confidence: number };

export const calibrations: UseCases<'calibrations'> = {
  list: async (act, { told, people: limit }) => {
    const { tx, organisation } = act;
    // What is private to others counts in no number that this person reads: a person's few key results would tell of it.
    const hidden = await hiddenObjectives(act);
    const tallies = await confidenceTallies(tx, organisation.id, {
      told,
      hidden,
      timeZone: organisation.timeZone,
    });
    const known = tallies.filter((tally): tally is Told => tally.confidence !== null);
    const people = scopesOf(known, 'person');
    return {
      cycles: new Set(known.map(({ cycle }) => cycle)).size,
      untold: tallies.reduce((sum, { confidence, count }) => sum + (confidence === null ? count : 0), 0),
      calibrations: [
        ...(known.length > 0 ? [calibration('organisation', null, levelsOf(known))] : []),
        ...scopesOf(known, 'team'),
        ...people.slice(0, limit),
      ],
      more: Math.max(0, people.length - limit),
    };
  },
};

function scopesOf(tallies: readonly Told[], of: 'person' | 'team'): Calibration[] {
  return [...Map.groupBy(tallies, (tally) => tally[of])]
    .flatMap(([id, own]) => (id ? [calibration(of, id, levelsOf(own))] : []))
    .sort((one, other) => other.keyResults - one.keyResults || (one.id! < other.id! ? -1 : 1));
}

function calibration(of: Calibration['of'], id: string | null, levels: readonly Level[]): Calibration {
  const keyResults = levels.reduce((sum, { count }) => sum + count, 0);
  const reached = levels.reduce((sum, level) => sum + level.reached, 0);
  const parts = brierParts(levels)!;
  const { said } = saidAndReached(levels)!;
  const sentence = calibrationSentence(levels);
  return {
    ...{ of, id, keyResults, reached, said, ...parts },
    verdict: verdictOf(levels),
    sentence,
    levels: levels.map((level) => ({ ...level, ...wilson(level.reached, level.count) })),
    why: {
      sentence,
      rule: `The Brier score is the mean of (confidence ÷ 10 − outcome)², where the outcome is 1 for a score of 1.0 and else 0. It is what is off (reliability) less what is told apart (resolution) plus how mixed the outcomes are (uncertainty). Below ${enough} key results no word is given.`,
      inputs: [
        { name: 'Key results', value: `${keyResults}, of which ${reached} reached` },
        { name: 'Brier score', value: parts.brier.toFixed(3) },
        { name: 'Reliability', value: parts.reliability.toFixed(3) },
        { name: 'Resolution', value: parts.resolution.toFixed(3) },
        { name: 'Uncertainty', value: parts.uncertainty.toFixed(3) },
      ],
    },
  };
}
