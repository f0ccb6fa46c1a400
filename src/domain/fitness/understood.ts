import { counted, type Fault, type Finding, found, unsaid } from './cause.ts';
import type { FitnessFacts } from './facts.ts';

/** Not all: people are on leave, and a KPI is not misunderstood because of one of them. */
const enough = 2 / 3;

/** Whether the owner, and two thirds of the others whose team it is, have acknowledged the present definition. */
export function understood({ hasDefinition, readers }: FitnessFacts): Finding {
  const { owner, others, acknowledged } = readers;
  if (!hasDefinition) return unsaid('understood', 'There is no definition that could be acknowledged.');
  if (owner === null && others === 0)
    return unsaid('understood', 'It has neither owner nor team: there is nobody to acknowledge it.');
  const faults: Fault[] = [];
  const isFew = acknowledged < others * enough;
  if (owner === false && isFew && acknowledged === 0)
    faults.push(fault('nobody has acknowledged the definition', 'Read the definition and acknowledge it.'));
  else {
    if (owner === false)
      faults.push(
        fault('the owner has not acknowledged the definition', 'The owner reads and acknowledges it.'),
      );
    if (isFew)
      faults.push(
        owner === true && acknowledged === 0
          ? fault(
              'nobody but the owner has acknowledged the definition',
              'Its team reads and acknowledges it.',
            )
          : fault(
              `${acknowledged} of ${others} in its team have acknowledged the definition`,
              'The others read and acknowledge it.',
            ),
      );
  }
  const who = [
    ...(owner === null ? [] : ['the owner']),
    ...(others > 0 ? [`${acknowledged} of ${others} others`] : []),
  ];
  return found('understood', faults, `Acknowledged by ${who.join(' and ')}.`, {
    evidence: [
      { name: 'owner', value: owner === null ? 'none' : owner ? 'acknowledged' : 'not yet' },
      { name: 'others who see it', value: counted(others, 'person', 'people') },
      { name: 'of them acknowledged', value: String(acknowledged) },
    ],
  });
}

function fault(short: string, mend: string): Fault {
  return { sentence: `${short.charAt(0).toUpperCase()}${short.slice(1)}.`, short, mend, by: 'team' };
}
