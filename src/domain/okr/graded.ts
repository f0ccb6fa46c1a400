import { suggestedScore } from './grade.ts';

/** What a key result was graded on, as far as it can change later: its progress, the breaches of its guardrails by name, and its KPI's signal. */
export type GradedOn = {
  progress: number | null;
  guardrails: readonly { name: string; breaches: readonly { period: string }[] }[];
  signal: { period: string } | null;
};

/** What has changed of the evidence since a key result was graded, a sentence each: readings are corrected, and the score stands. */
export function changedSinceGraded(then: GradedOn, now: GradedOn): string[] {
  return [...progressChanged(then, now), ...breachesChanged(then, now), ...signalChanged(then, now)];
}

function progressChanged(then: GradedOn, now: GradedOn): string[] {
  const [before, after] = [then, now].map(({ progress }) =>
    suggestedScore(progress ?? undefined)?.toFixed(2),
  );
  if (before === after) return [];
  return [`It was graded on ${before ?? 'nothing'} measured; by now ${after ?? 'nothing'} is measured.`];
}

function breachesChanged(then: GradedOn, now: GradedOn): string[] {
  const periods = (on: GradedOn, name: string) =>
    on.guardrails.find((each) => each.name === name)?.breaches.map(({ period }) => period) ?? [];
  return then.guardrails.flatMap(({ name }) => {
    const [before, after] = [periods(then, name), periods(now, name)];
    const added = after.filter((period) => !before.includes(period));
    const gone = before.filter((period) => !after.includes(period));
    return [
      ...(added.length > 0
        ? [`${name} counts as breached in ${added.join(', ')} by now, and did not then.`]
        : []),
      ...(gone.length > 0
        ? [`${name} counted as breached in ${gone.join(', ')} then, and does not now.`]
        : []),
    ];
  });
}

function signalChanged(then: GradedOn, now: GradedOn): string[] {
  if ((then.signal === null) === (now.signal === null)) return [];
  return then.signal
    ? [`Its KPI showed a signal up to ${then.signal.period} then, and shows none now.`]
    : [`Its KPI shows a signal up to ${now.signal!.period} by now, and showed none then.`];
}

/**
 * What would have come without action beside what was measured, as a sentence: "Without action 0.31; reached 0.72." A hold or a hit rate has odds
 * only; `measured` is undefined while nothing is measured.
 */
export function counterfactualSentence(
  { progress, oddsWords }: { progress: number | null; oddsWords: string },
  measured: number | undefined,
): string {
  const without = suggestedScore(progress ?? undefined);
  const reached = measured === undefined ? 'nothing measured' : `reached ${measured.toFixed(2)}`;
  return without === undefined
    ? `Without action ${oddsWords} to be reached; ${reached}.`
    : `Without action ${without.toFixed(2)}; ${reached}.`;
}
