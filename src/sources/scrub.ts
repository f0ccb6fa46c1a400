import { SourceFault, type SourceRow } from '#app/source.ts';

const shown = '•••';

/** A text without the secrets, however a server may have echoed them: as they are, escaped, or encoded. */
export function scrubbed(text: string, secrets: Readonly<Record<string, string>>): string {
  return Object.values(secrets)
    .flatMap(spellings)
    .sort((one, other) => other.length - one.length)
    .reduce((left, secret) => left.replaceAll(secret, shown), text);
}

// Shorter than this, a secret is also a piece of ordinary words, and hiding it would only point at it.
const shortest = 3;

function spellings(secret: string): string[] {
  const plain = secret.trim();
  if (plain.length < shortest) return [];
  const word = plain.replace(/^(basic|bearer|token)\s+/i, '');
  return [secret, plain, word].flatMap((each) => [
    each,
    encodeURIComponent(each),
    JSON.stringify(each).slice(1, -1),
    Buffer.from(each, 'utf8').toString('base64'),
  ]);
}

/** The same fault without secrets, and without the error behind it, which may hold the whole request. */
export function scrubbedFault(fault: SourceFault, secrets: Readonly<Record<string, string>>): SourceFault {
  const { retry, after } = fault;
  return new SourceFault(scrubbed(fault.message, secrets), { retry, ...(after !== undefined && { after }) });
}

/** The same rows, in whose texts no secret stands. */
export function scrubbedRows(rows: SourceRow[], secrets: Readonly<Record<string, string>>): SourceRow[] {
  return rows.map((row) => {
    const at = scrubbed(row.at, secrets);
    if ('fault' in row) return { ...row, at, fault: scrubbed(row.fault, secrets) };
    return row.note === undefined ? { ...row, at } : { ...row, at, note: scrubbed(row.note, secrets) };
  });
}
