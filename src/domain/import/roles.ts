import { plainName } from './names.ts';

const readingWords = {
  kpi: ['kpi', 'key', 'kpi key', 'kpi name', 'metric', 'measure', 'indicator', 'name'],
  period: ['period', 'date', 'day', 'week', 'month', 'quarter', 'year', 'when', 'time', 'timestamp'],
  value: ['value', 'reading', 'actual', 'actual value', 'result', 'amount'],
  numerator: ['numerator', 'num'],
  denominator: ['denominator', 'den', 'denom'],
  note: ['note', 'notes', 'comment', 'remark'],
} as const;

const definitionWords = {
  key: ['key', 'kpi', 'kpi key', 'slug', 'code', 'id'],
  name: ['name', 'kpi name', 'metric', 'title', 'measure', 'indicator'],
  unit: ['unit', 'unit of measure', 'units', 'measured in'],
  direction: ['direction', 'better', 'good is', 'polarity'],
  cadence: ['cadence', 'frequency', 'how often', 'interval'],
  addsUp: ['adds up', 'aggregation', 'roll up', 'how it adds up'],
  floor: ['floor', 'minimum', 'lower limit'],
  ceiling: ['ceiling', 'maximum', 'upper limit'],
  desired: ['desired', 'desired level', 'target', 'goal'],
  desiredBy: ['by', 'desired by', 'target date', 'due', 'deadline'],
  owner: ['owner', 'responsible'],
  purpose: ['purpose', 'why'],
  definition: ['definition', 'description', 'how it is counted'],
  formula: ['formula', 'expression', 'computed as', 'calculation'],
  labels: ['labels', 'label', 'tags', 'category'],
  decimals: ['decimals', 'decimal places'],
} as const;

export type ReadingRole = keyof typeof readingWords;
export type DefinitionRole = keyof typeof definitionWords;

/** Zero-based columns by what they hold. */
export type Roles<Role extends string> = Partial<Record<Role, number>>;

/** The columns of a tidy file by its headings, or undefined when these are not the headings of one. */
export function readingRoles(headings: readonly string[]): Roles<ReadingRole> | undefined {
  const roles = rolesOf<ReadingRole>(headings, readingWords);
  const counted =
    roles.value !== undefined || (roles.numerator !== undefined && roles.denominator !== undefined);
  return roles.kpi !== undefined && roles.period !== undefined && counted ? roles : undefined;
}

/** The columns of a file of definitions by its headings, or undefined when these are not the headings of one. */
export function definitionRoles(headings: readonly string[]): Roles<DefinitionRole> | undefined {
  const roles = rolesOf<DefinitionRole>(headings, definitionWords);
  const told = [roles.unit, roles.direction, roles.cadence, roles.addsUp].filter(
    (column) => column !== undefined,
  );
  return (roles.key !== undefined || roles.name !== undefined) && told.length >= 2 ? roles : undefined;
}

/** Whether a heading stands over the names of KPIs. */
export function isNameHeading(heading: string): boolean {
  return [...readingWords.kpi, ...definitionWords.name].some(
    (word) => plainName(word) === plainName(heading),
  );
}

/** Whether a heading says owner or target, which a scorecard keeps beside the names. */
export function sideRole(heading: string): 'owner' | 'desired' | undefined {
  const plain = plainName(heading);
  return (['owner', 'desired'] as const).find((role) =>
    definitionWords[role].some((word) => plainName(word) === plain),
  );
}

// The likelier word wins over the earlier column: with "key" and "name", the first word of the role's list takes it.
function rolesOf<Role extends string>(
  headings: readonly string[],
  words: Readonly<Record<Role, readonly string[]>>,
): Roles<Role> {
  const plain = headings.map(plainName);
  const roles: Roles<Role> = {};
  for (const role of Object.keys(words) as Role[])
    for (const word of words[role]) {
      const column = plain.indexOf(plainName(word));
      if (column < 0 || Object.values(roles).includes(column)) continue;
      roles[role] = column;
      break;
    }
  return roles;
}
