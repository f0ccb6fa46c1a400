import { type Fault, type Finding, found } from './cause.ts';
import type { FitnessFacts } from './facts.ts';

/** Whether it is said what is counted and who answers for it; unit, direction and cadence are never empty here. */
export function defined({ hasDefinition, hasPurpose, hasOwner, hasThreshold }: FitnessFacts): Finding {
  const faults: Fault[] = [];
  if (!hasDefinition)
    faults.push({
      sentence: 'It is not said how exactly it is counted.',
      short: 'it is not said how it is counted',
      mend: 'Write how exactly it is counted.',
      by: 'owner',
    });
  if (!hasOwner)
    faults.push({
      sentence: 'Nobody owns it.',
      short: 'nobody owns it',
      mend: 'Name an owner.',
      by: 'owner',
    });
  const advice = [
    ...(hasThreshold ? [] : ['It has no threshold: without one nothing can be called healthy.']),
    ...(!hasPurpose ? ['It is not said why it is watched.'] : []),
  ];
  return found('defined', faults, 'Definition, unit, direction, owner and cadence are filled.', {
    advice,
    evidence: [
      { name: 'definition', value: !hasDefinition ? 'missing' : 'there' },
      { name: 'owner', value: hasOwner ? 'there' : 'missing' },
      { name: 'unit, direction, cadence', value: 'there' },
      { name: 'threshold', value: hasThreshold ? 'there' : 'missing' },
      { name: 'purpose', value: !hasPurpose ? 'missing' : 'there' },
    ],
  });
}
