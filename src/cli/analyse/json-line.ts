import {
  type Asked,
  askedFields,
  fieldFault,
  most,
  type RefusedSeries,
  type Series,
  shown,
  thresholdsFault,
  valueFault,
} from './series.ts';

/** The series of one line of JSON, `usual` standing in for what it does not say; a refusal names the line (counted from 1) and what would be right. */
export function seriesOfLine(text: string, line: number, usual: Asked): Series | RefusedSeries {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch (fault) {
    return { id: null, refused: `Line ${line} is not JSON: ${(fault as Error).message}.` };
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read))
    return {
      id: null,
      refused: `Line ${line} is ${shown(read)}; write {"id": "…", "values": [1, 2, null]}.`,
    };
  const given = read as Record<string, unknown>;
  const id = typeof given.id === 'string' || typeof given.id === 'number' ? given.id : null;
  const refuse = (why: string): RefusedSeries => ({ id, refused: `Line ${line}: ${why}` });
  if (id === null && given.id !== undefined && given.id !== null)
    return refuse(`id is ${shown(given.id)}; write a text or a number.`);
  const { values } = given;
  if (!Array.isArray(values))
    return refuse(
      `values ${values === undefined ? 'are missing' : `are ${shown(values)}`}; write a list of numbers, with null for a missing one.`,
    );
  if (values.length > most.values)
    return refuse(`${values.length} values are more than the ${most.values} that are judged at once.`);
  for (const [index, value] of values.entries()) {
    const fault = valueFault(value);
    if (fault) return refuse(`values[${index}] is ${fault}.`);
  }
  const asked: Record<string, unknown> = { ...usual };
  for (const field of askedFields) {
    if (given[field] === undefined || given[field] === null) continue;
    const fault = fieldFault(field, field, given[field]);
    if (fault) return refuse(fault);
    asked[field] = given[field];
  }
  const fault = thresholdsFault(asked);
  return fault ? refuse(fault) : { ...(asked as Asked), id, values };
}
