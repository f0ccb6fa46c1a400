import { counted, type Finding, found } from './cause.ts';
import type { FitnessFacts } from './facts.ts';

/** Whether it serves something: a pillar, or an objective that is planned or under way, itself or through the KPI that it is a part of. */
export function aligned({ pillar, ties, isTiedAbove }: FitnessFacts): Finding {
  const objectives = ties.targets + ties.guardrails + ties.improves;
  const reasons = [
    ...(pillar ? [`the pillar ${pillar}`] : []),
    ...(ties.targets > 0
      ? [`${counted(ties.targets, 'key result')} that ${ties.targets === 1 ? 'reads' : 'read'} it`]
      : []),
    ...(ties.improves > 0 ? [`${counted(ties.improves, 'objective')} to improve it`] : []),
    ...(ties.guardrails > 0 ? [`${counted(ties.guardrails, 'key result')} that must not harm it`] : []),
    ...(isTiedAbove ? ['the KPI above it'] : []),
  ];
  const isTied = pillar !== null || objectives > 0 || isTiedAbove;
  return found(
    'aligned',
    isTied
      ? []
      : [
          {
            sentence: 'It is tied to no pillar and to no objective that is planned or under way.',
            short: 'it is tied to no pillar and no objective',
            mend: 'Name the pillar that it serves, aim an objective at it, or stop counting it.',
            by: 'owner',
          },
        ],
    `Tied by ${reasons.join(', ')}.`,
    {
      evidence: [
        { name: 'pillar', value: pillar ?? 'none' },
        { name: 'key results that read it', value: String(ties.targets) },
        { name: 'objectives to improve it', value: String(ties.improves) },
        { name: 'key results it guards', value: String(ties.guardrails) },
      ],
    },
  );
}
