import { SourceFault, type SourceRow } from '#app/connector/source.ts';

const shown = '•••';

/** A text without the secrets, however a server may have echoed them: as they are, escaped, or encoded. */
export function scrubbed(text: string, secrets: Readonly<Record<string, string>>): string {
  return Object.values(secrets)
    .flatMap(spellings)
    .sort((one, other) => other.length - one.length)
    .reduce((left, secret) => left.replaceAll(secret, shown), text)
    .replaceAll(signIns, `$1 ${shown}`);
}

// A password that is encoded together with its user looks like neither.
const signIns = /\b(basic|bearer) +[\w+/=.~-]{4,}/gi;

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
    ...encoded(each),
  ]);
}

// Base64 of a longer text that holds the secret: three spellings, by where in its groups of three bytes the secret begins.
function encoded(secret: string): string[] {
  return [0, 1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), Buffer.from(secret, 'utf8')]).toString('base64');
    const inner = whole.slice(before === 0 ? 0 : before + 1).replace(/.?=+$/, '');
    return inner.length >= 4 ? inner : shown;
  });
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
