import { formatValue } from '#domain/kpi/format.ts';
import { endOf } from '#domain/time/period.ts';
import { punctualityOf } from './arrivals.ts';
import { counted, type Fault, type Finding, found, unsaid } from './cause.ts';
import type { FitnessFacts } from './facts.ts';
import { chanceOfRun, isFrozen } from './same-run.ts';

const fewest = 3;
/** One slip is human; beyond that one late period in five, and one corrected reading in ten, are a habit. */
const tolerated = { late: 0.2, corrected: 0.1 } as const;

/** Whether the readings can be relied on: on time, complete, seldom corrected, and alive. */
export function reliable(facts: FitnessFacts): Finding {
  if (facts.arrivals === undefined)
    return unsaid(
      'reliable',
      'Its readings are looked at when the day turns, or when the next one comes in.',
    );
  const known = punctualityOf(facts);
  if (known.given === 0) return withoutReadings(facts);
  const faults = [
    ...frozenFault(facts),
    ...missingFault(known),
    ...lateFault(known),
    ...correctedFault(known),
  ];
  const evidence = [
    { name: 'periods looked at', value: String(known.periods) },
    { name: 'on time', value: `${known.onTime} of ${known.asked}` },
    { name: 'without a value', value: String(known.missing.length) },
    { name: 'corrected afterwards', value: `${known.corrected} of ${known.given}` },
    { name: 'equal values at the end', value: String(facts.same.run) },
  ];
  if (faults.length === 0 && known.periods < fewest)
    return unsaid(
      'reliable',
      `Too early to say: it takes ${counted(fewest, 'period')}, and there ${known.periods === 1 ? 'is' : 'are'} ${known.periods}.`,
      evidence,
    );
  const onTime =
    known.asked === 0 ? 'Its history was recorded afterwards' : `${known.onTime} of ${known.asked} on time`;
  const rest = known.missing.length === 0 ? 'none missing' : `${known.missing.length} missing`;
  return found(
    'reliable',
    faults,
    `The last ${counted(known.periods, 'period')}: ${onTime}, ${rest}, ${known.corrected} corrected.`,
    { evidence },
  );
}

type Known = ReturnType<typeof punctualityOf>;

function withoutReadings({ due, calendar, created }: FitnessFacts): Finding {
  if (endOf(due, calendar) < created) return unsaid('reliable', 'No value yet, and none is due yet.');
  return found(
    'reliable',
    [
      {
        sentence: 'No value has come in yet, although one is due.',
        short: 'no value has come in',
        mend: 'Record its first readings, or archive it.',
        by: 'reporter',
      },
    ],
    '',
  );
}

function frozenFault({ same, newestValue, unit, decimals }: FitnessFacts): Fault[] {
  if (!isFrozen(same, newestValue, unit)) return [];
  const value = formatValue(newestValue, unit, decimals);
  const before = `${same.repeats} of ${same.pairs}`;
  return [
    {
      sentence: `The last ${same.run} values are all ${value}, where ${before} neighbours were equal before: by chance that comes once in ${rarity(chanceOfRun(same))}.`,
      short: `it stands still at ${value}`,
      mend: 'Look whether its source still measures.',
      by: 'reporter',
    },
  ];
}

// Below one in a million the digits say nothing more.
function rarity(chance: number): string {
  const once = 1 / chance;
  if (once >= 1e6) return 'more than a million times';
  return `${(Math.round(once / 1_000) * 1_000).toLocaleString('en')} times`;
}

function missingFault({ missing, periods }: Known): Fault[] {
  if (missing.length === 0) return [];
  const named = missing.length > 3 ? `${missing.slice(-3).join(', ')} and earlier ones` : missing.join(', ');
  return [
    {
      sentence: `${missing.length} of the last ${counted(periods, 'period')} ${missing.length === 1 ? 'has' : 'have'} no value: ${named}.`,
      short: `${counted(missing.length, 'period')} of ${periods} ${missing.length === 1 ? 'has' : 'have'} no value`,
      mend: 'Record what is missing.',
      by: 'reporter',
    },
  ];
}

function lateFault({ asked, late, periods }: Known): Fault[] {
  if (periods < fewest || late <= Math.max(1, asked * tolerated.late)) return [];
  return [
    {
      sentence: `${late} of ${asked} values came after their grace time.`,
      short: `${late} of ${asked} values came late`,
      mend: 'Let it be read by a source, or allow more days of grace.',
      by: 'reporter',
    },
  ];
}

function correctedFault({ corrected, given, periods }: Known): Fault[] {
  if (periods < fewest || corrected <= Math.max(1, given * tolerated.corrected)) return [];
  return [
    {
      sentence: `${corrected} of ${given} values were corrected after they were given.`,
      short: `${corrected} of ${given} values were corrected`,
      mend: 'Find out what the first number gets wrong, and mend it where it is counted.',
      by: 'reporter',
    },
  ];
}
